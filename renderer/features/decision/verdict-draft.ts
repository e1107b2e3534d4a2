import type { Standing } from '#shared/domain/decision/standing.ts'

/** What the form holds before it is saved; `choice` null: no grade picked yet. */
export type VerdictDraft = {
  readonly choice: { readonly final: string | null } | null
  readonly reason: string
  readonly clause: string
  /** Only a review names its own people; otherwise the sitting's stand. */
  readonly by: string
}

/** What the form begins from: the last entry's grade, else the proposal, else nothing where people must choose. */
export function firstDraft({ last, need, score }: Standing): VerdictDraft {
  const proposed = need === 'tie' || need === 'blocked' ? null : { final: score.proposed?.id ?? null }
  return { choice: last ? { final: last.final } : proposed, reason: '', clause: '', by: '' }
}

export function isVerdictDraft(value: unknown): value is VerdictDraft {
  if (typeof value !== 'object' || value === null || !('choice' in value)) return false
  const texts = ['reason', 'clause', 'by'].every(field => typeof Reflect.get(value, field) === 'string')
  const { choice } = value
  return texts && (choice === null || (typeof choice === 'object' && 'final' in choice && isGrade(choice.final)))
}

function isGrade(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
