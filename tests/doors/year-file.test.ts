import { expect, test } from 'vitest'
import { faultLine, faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { resultsOf } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { planYear } from '#tests/unit/meeting/meeting-plan-file.ts'
import { guardPrototypes, type Outcome, tryDoor } from './door.ts'
import { tryGuided } from './guided.ts'
import { mutateJson, mutateText } from './mutate.ts'

// The evaluation file: mirror, backup, archive's data and the command's input.

guardPrototypes()

const YEAR = JSON.stringify(buildEvaluation())

/** A year with everything that people add after the scores. */
const DECIDED = buildEvaluation({
  deadlines: { self: '2026-11-20', ratings: '2026-12-05' },
  decisions: [
    {
      instructor: 'i01',
      kind: 'confirm',
      proposed: 'excellent',
      final: 'excellent',
      by: '考评小组',
      date: '2026-12-20',
    },
  ],
  notices: [
    { id: 'public-1', kind: 'public', from: '2026-12-21', to: '2026-12-25', people: ['i01'], objections: [] },
    { id: 'review-1', kind: 'review', instructor: 'i01', date: '2026-12-28', text: '申请复核' },
  ],
  calendar: { holidays: ['2027-01-01'], workdays: [] },
  closed: { date: '2027-01-20', by: '李' },
})

/** Read: comes back the same and can be scored, to figures and nothing else. Refused: in words, with a place. */
function readYear(text: string): Outcome {
  const read = readEvaluation(text)
  if (!read.ok) {
    expect(read.error.length).toBeGreaterThan(0)
    for (const fault of read.error) {
      const [line, words] = [faultLine(fault), faultWords(fault)]
      // The command's line stands in a terminal, where a control character would act.
      if (/\p{Cc}/u.test(line) || /undefined|NaN|\[object/.test(line + words)) throw new Error(line)
    }
    return 'refused'
  }
  const again = readEvaluation(writeEvaluation(read.value))
  if (!again.ok || writeEvaluation(again.value) !== writeEvaluation(read.value)) throw new Error('read, but not again')
  for (const { total, components } of resultsOf(scoreYear(read.value)).results)
    for (const figure of [total ?? '0.00', ...components.map(({ score }) => score)])
      if (!/^[0-9]{1,3}\.[0-9]{2}$/.test(figure) || Number(figure) > 100) throw new Error(`scored ${figure}`)
  return 'read'
}

test(
  'values changed',
  async () => {
    await tryDoor(
      'evaluation file, values',
      scaled(600, 20_000),
      draw => JSON.stringify(mutateJson(JSON.parse(YEAR), draw)),
      readYear,
    )
  },
  PATIENCE,
)

test(
  'text changed',
  async () => {
    await tryDoor('evaluation file, text', scaled(600, 60_000), draw => mutateText(YEAR, draw), readYear)
  },
  PATIENCE,
)

test(
  'changed further wherever that led to new code',
  async () => {
    await tryGuided(
      'evaluation file, guided',
      scaled(300, 20_000),
      [YEAR, planYear(), JSON.stringify(DECIDED)],
      (text, draw) => JSON.stringify(mutateJson(JSON.parse(text), draw)),
      readYear,
    )
  },
  PATIENCE,
)
