import type { Meeting, Tally } from '#shared/domain/ballot/meeting.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Scale } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { canonicalDecimal } from '#shared/lib/canonical-decimal.ts'
import { rational } from '#shared/lib/rational.ts'

/** What the year would be, had everybody who abstained marked the best or the worst; quotas left aside. */
export type AbstentionEffect = {
  /** Abstentions over all groups and indicators. */
  readonly abstentions: number
  readonly actual: AnnualScore
  readonly best: AnnualScore
  readonly worst: AnnualScore
}

/**
 * Whether abstentions could have changed a person's result: the same computation (`scoreYear`) on the same year with the
 * person's abstentions turned into marks. Null where nobody abstained.
 */
export function abstentionEffect(evaluation: Evaluation, instructor: string): AbstentionEffect | null {
  const person = evaluation.instructors.find(each => each.id === instructor)
  if (!person) return null
  const { excellentQuota: _, ...scheme } = evaluation.scheme
  const own = evaluation.meetings.map(meeting => ({
    ...meeting,
    tallies: meeting.tallies.filter(tally => tally.instructor === instructor),
  }))
  const abstentions = own.flatMap(meeting => meeting.tallies).reduce((total, tally) => total + tally.abstain, 0)
  if (abstentions === 0) return null
  const scored = (turn: (meeting: Meeting) => Meeting) => {
    const { people } = scoreYear({ ...evaluation, scheme, instructors: [person], meetings: own.map(turn) })
    const [first] = people
    if (!first) throw new Error('a year of one person has one score')
    return first
  }
  const turned = (end: 'best' | 'worst') =>
    scored(meeting => {
      const component = meetingComponent(meeting, scheme)
      const key = component ? endOf(component.scale, end) : null
      return key === null ? meeting : { ...meeting, tallies: meeting.tallies.map(tally => marked(tally, key)) }
    })
  return { abstentions, actual: scored(meeting => meeting), best: turned('best'), worst: turned('worst') }
}

function marked(tally: Tally, key: string): Tally {
  const { marks, abstain } = tally
  return { ...tally, marks: { ...marks, [key]: (marks[key] ?? 0) + abstain }, abstain: 0 }
}

/** The mark with the most or the fewest points, as tallies call it; null on a scale without points. */
function endOf(scale: Scale, end: 'best' | 'worst'): string | null {
  if (scale.kind === 'points') return canonicalDecimal(end === 'best' ? scale.max : scale.min)
  const ordered = scale.options
    .flatMap(option => (option.points === undefined ? [] : [{ id: option.id, points: rational(option.points) }]))
    .sort((a, b) => b.points.compare(a.points))
  return ordered.at(end === 'best' ? 0 : -1)?.id ?? null
}
