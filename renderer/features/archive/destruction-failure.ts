import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { ErrorCode } from '#shared/contract/reply.ts'
import { archiveFailure } from './archive-failure.ts'

const WORDS: Readonly<Partial<Record<ErrorCode, string>>> = ARCHIVE.destroy.failures

/** Why a destruction failed, in words. */
export function destructionFailure(code: ErrorCode): string {
  return WORDS[code] ?? archiveFailure(code)
}
