import { toneOf } from '#renderer/components/tone.ts'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { DECISION } from '#renderer/strings/decision.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'

type GradeWordProps = { readonly id: string | null; readonly scheme: Scheme; readonly none?: string }

/** A grade by its id; `null` is none this year. */
export function GradeWord({ id, scheme, none = DECISION.noGrade }: GradeWordProps) {
  const index = scheme.grades.findIndex(grade => grade.id === id)
  return (
    <ToneBadge tone={toneOf(index, scheme.grades.length)}>
      {id === null ? none : (scheme.grades[index]?.label ?? id)}
    </ToneBadge>
  )
}
