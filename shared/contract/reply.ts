/** Why a call failed, as a code; the words are made in the renderer's strings. */
export const ERROR_CODES = [
  'bad-request',
  'not-allowed',
  'bad-evaluation',
  'missing-glyphs',
  'not-found',
  'cancelled',
  'no-space',
  'read-only',
  'no-folder',
  'busy',
  'bad-workbook',
  'changed-elsewhere',
  'not-a-backup',
  'passphrase-needed',
  'wrong-passphrase',
  'bad-plan',
  'bad-ballots',
  'exists',
  'in-use',
  'sealed',
  'not-sealed',
  'already-sealed',
  'closed',
  'not-closed',
  'station-running',
  'port-taken',
  'no-such-address',
  'port-not-allowed',
  'no-page',
  'box-full',
  'unsettled',
  'same-person',
  'not-a-copy',
  'not-a-receipt',
  'not-counted-there',
  'other-halls',
  'other-meeting',
  'same-box',
  'damaged',
  'newer-version',
  'disk',
  'not-a-document',
  'attachment-damaged',
  'no-hub',
  'hub-unreachable',
  'hub-certificate',
  'not-a-certificate',
  'hub-key',
  'hub-busy',
  'hub-changed',
  'hub-other-links',
  'not-a-hub',
  'nothing-changed',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export type ContractError = {
  readonly code: ErrorCode
  /** What the words need: names, places, counts; one entry per line to show. */
  readonly details: readonly string[]
}

/** Every call is answered with one of these; a handler never rejects across the boundary. */
export type Reply<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ContractError }
