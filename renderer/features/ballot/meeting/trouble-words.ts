import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { ContractError } from '#shared/contract/reply.ts'

/** Why a call failed, with its lines. */
export function troubleWords({ code, details }: ContractError): string {
  const lines = code === 'bad-plan' || code === 'bad-evaluation' || code === 'missing-glyphs' ? details : []
  return [ERROR_WORDS[code], ...lines.slice(0, 8)].join('\n')
}
