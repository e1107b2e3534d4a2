import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { bigYear } from '#tests/bench/sheets/big-year.ts'
import { INDICATORS } from './marks.ts'

const BALLOTS = 125

/** A year of `people` on which each of the sample's four groups marked eight indicators, with abstentions of all numbers. */
export function fullYear(people: number): Evaluation {
  const year = bigYear(people)
  const indicators = Array.from({ length: INDICATORS }, (_, index) => ({
    id: `k${index}`,
    name: `指标${index}`,
    weight: '12.5',
  }))
  const components = year.scheme.components.map(part => (part.kind === 'ballot' ? { ...part, indicators } : part))
  const ballot = components.find(part => part.kind === 'ballot')
  if (ballot?.scale.kind !== 'grades') throw new Error('the sample year marks by grades')
  const [best, ...others] = ballot.scale.options
  let seed = 7
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >> 16) % limit
  }
  const tallies = year.instructors.flatMap(person =>
    ballot.groups.flatMap(group =>
      indicators.map(indicator => {
        const abstain = below(9)
        const rest = others.map(option => [option.id, below(25)] as const)
        const left = rest.reduce((total, [, count]) => total - count, BALLOTS - abstain)
        const marks = Object.fromEntries([[best?.id ?? '', left], ...rest])
        return { instructor: person.id, group: group.id, indicator: indicator.id, marks, abstain, invalid: 0, self: 0 }
      }),
    ),
  )
  const numbers = { expected: 130, attended: 126, printed: 130, issued: BALLOTS, returned: BALLOTS, void: 0 }
  const groups = ballot.groups.map(group => ({ id: group.id, ...numbers }))
  const [meeting] = year.meetings
  const read = readEvaluation(
    JSON.stringify({ ...year, scheme: { ...year.scheme, components }, meetings: [{ ...meeting, groups, tallies }] }),
  )
  if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 3)))
  return read.value
}
