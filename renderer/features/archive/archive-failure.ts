import { ARCHIVE } from '#renderer/strings/archive.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { ErrorCode } from '#shared/contract/reply.ts'

/** Why archiving or checking failed, in words that speak of archives. */
export function archiveFailure(code: ErrorCode): string {
  return ARCHIVE.failures[code] ?? ERROR_WORDS[code]
}
