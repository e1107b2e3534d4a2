import type { ErrorCode } from '#shared/contract/reply.ts'

export type DiskFailure = Extract<ErrorCode, 'no-space' | 'read-only' | 'no-folder'>

const CODES: ReadonlyMap<string, DiskFailure> = new Map([
  ['ENOSPC', 'no-space'],
  ['EDQUOT', 'no-space'],
  ['EACCES', 'read-only'],
  // Windows: the file is open in another program.
  ['EBUSY', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  // The folder went, or a file stands where a folder should.
  ['EEXIST', 'no-folder'],
  ['ENODEV', 'no-folder'],
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'no-folder'],
])

/** What a system error says of the disk in the contract's terms; null for an error that another sheet need not have. */
export function diskFailure(error: unknown): DiskFailure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return CODES.get(error.code) ?? null
}
