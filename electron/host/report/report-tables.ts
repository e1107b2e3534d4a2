/**
 * What is reported online (网上报送), one row per link, and what it held before. No ballots: names are known here. The
 * secrets are kept as SHA-256 only; they are long and random, so that nothing slower is needed.
 */
export const REPORT_TABLES = [
  `CREATE TABLE pingyi_report_office (
    office text PRIMARY KEY,
    key bytea NOT NULL
  )`,
  `CREATE TABLE pingyi_reports (
    year integer NOT NULL,
    key text NOT NULL,
    token bytea NOT NULL UNIQUE,
    form text NOT NULL,
    state text NOT NULL CHECK (state IN ('unopened', 'filling', 'submitted', 'returned')),
    revision integer NOT NULL,
    answers text NOT NULL,
    attempt text NOT NULL,
    at timestamptz,
    reason text NOT NULL,
    PRIMARY KEY (year, key)
  )`,
  `CREATE TABLE pingyi_report_revisions (
    year integer NOT NULL,
    key text NOT NULL,
    revision integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('saved', 'submitted', 'returned')),
    answers text NOT NULL,
    attempt text NOT NULL,
    since timestamptz NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (year, key, revision),
    FOREIGN KEY (year, key) REFERENCES pingyi_reports (year, key) ON DELETE CASCADE
  )`,
] as const

/** Files that are handed in with a report, each under its SHA-256; they go with their link. */
export const REPORT_FILES = [
  `CREATE TABLE pingyi_report_files (
    year integer NOT NULL,
    key text NOT NULL,
    sha256 bytea NOT NULL,
    size integer NOT NULL,
    bytes bytea NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (year, key, sha256),
    FOREIGN KEY (year, key) REFERENCES pingyi_reports (year, key) ON DELETE CASCADE
  )`,
] as const
