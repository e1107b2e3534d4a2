import { PERSON } from '#renderer/strings/person.ts'
import { HUNDRED, type Rational, rational, roundHalfUp, sum, weightText } from '#shared/lib/rational.ts'
import { equals } from './exact-text.ts'

/** A part of something weighted: a component, a group, an indicator or a source. */
export type WeightedPart = {
  readonly name: string
  /** The scheme's weight, in percent. */
  readonly planned: string
  /** The one used; null for a part without a score. */
  readonly used: Rational | null
  readonly score: Rational | null
  /** Whether the part need not give a score: its absence is no gap. */
  readonly optional?: boolean
}

/** `weight × score ÷ 100` as printed; null for a part without a score. */
export function contribution({ used, score }: WeightedPart): string | null {
  return used === null || score === null ? null : roundHalfUp(used.mul(score).div(HUNDRED), 2)
}

/**
 * How the weights of parts without a score went to the others, line by line; none where every part has a score, or
 * where the parts that are missing are not part of the sum (`planned` of those who need not give one).
 */
export function renormalisation(parts: readonly WeightedPart[]): string[] {
  const absent = parts.filter(part => part.score === null)
  const present = parts.filter(part => part.score !== null)
  if (absent.length === 0 || present.length === 0) return []
  const total = weightText(sum(present.map(part => rational(part.planned))))
  return [
    PERSON.steps.renormalised(absent.map(absenceWords).join('，'), total),
    ...present.map(part => PERSON.steps.share(part.name, part.planned, total, usedText(part))),
  ]
}

function absenceWords({ name, optional }: WeightedPart): string {
  return optional ? PERSON.steps.notRequired(name) : PERSON.steps.noScore(name)
}

function usedText({ used }: WeightedPart): string {
  if (used === null) return ''
  return `${equals(used).startsWith('=') ? '=' : '≈'} ${weightText(used)}`
}
