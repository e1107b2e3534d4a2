import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { faultLine } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { bigYear } from '#tests/bench/sheets/big-year.ts'

const INDICATORS = ['德', '能', '勤', '绩', '廉', '宣传', '培训', '协商']

/** `people` voted on by four groups on eight indicators each: the largest year that a screen has to carry. */
export function wideYear(people: number): Evaluation {
  const year = bigYear(people)
  const indicators = INDICATORS.map((name, index) => ({ id: `k${index + 1}`, name, weight: '12.5' }))
  const wide = {
    ...year,
    scheme: {
      ...year.scheme,
      components: year.scheme.components.map(part => (part.kind === 'ballot' ? { ...part, indicators } : part)),
    },
    meetings: year.meetings.map(meeting => ({
      ...meeting,
      tallies: meeting.tallies.flatMap(tally => indicators.map(({ id }) => ({ ...tally, indicator: id }))),
    })),
  }
  const read = readEvaluation(JSON.stringify(wide))
  if (!read.ok) throw new Error(read.error.slice(0, 3).map(faultLine).join('\n'))
  return read.value
}
