/** What one workbook may cost. A roster of 5,000 people is under 1 MB, 5 MB unpacked, and takes about a second. */
export const LIMITS = {
  /** The file, with whatever pictures are in it. */
  fileBytes: 64 * 1024 * 1024,
  /** The parts that are read, unpacked: a zip bomb ends here, before and while it is inflated. */
  partBytes: 128 * 1024 * 1024,
  parts: 10_000,
  /** XML tags in all sheets and strings: some 70,000 full rows of nine columns. */
  tags: 3_000_000,
  /** A CSV file: as many rows as its text may have. */
  textBytes: 16 * 1024 * 1024,
  rows: 50_000,
  seconds: 30,
  /** The worker's heap; a worker that needs more is ended. */
  heapMegabytes: 1024,
} as const
