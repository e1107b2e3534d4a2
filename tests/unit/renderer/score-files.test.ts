import { expect, test } from 'vitest'
import { readDate } from '#renderer/components/read-date.ts'
import { yearDataOf } from '#renderer/db/hooks/year-data.ts'
import { medianItems as personMedians } from '#renderer/features/person/median-items.ts'
import { printedRanking } from '#renderer/features/score/printed-ranking.ts'
import { scoreWorkbook } from '#renderer/features/score/score-workbook.ts'
import { groupShares, medianItems, yearShares } from '#renderer/features/score/year-charts.ts'
import { workbooksCalls } from '#shared/contract/workbooks.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { median } from '#shared/domain/score/median.ts'
import { rational, roundHalfUp } from '#shared/lib/rational.ts'
import { buildEvaluation, buildPlainYear } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, marks } from '#tests/fixtures/build-meeting.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function yearOf(file: EvaluationFile, sample = false) {
  const evaluation = readBuilt(file)
  const { year, title, organiser } = evaluation
  return yearDataOf({ year, title, organiser, sample, importedAt: '', stamps: {} }, evaluation)
}

const withName = (name: string): EvaluationFile => {
  const file = buildPlainYear([{ total: '95' }, { total: '80.005' }, {}])
  const [first] = file.instructors
  if (first) first.name = name
  return file
}

// Catches: an exported figure that differs from the printed one; a file that the host refuses to write; a name that Excel
// would run as a formula.
test('the workbook holds every printed figure, in the form the host writes', () => {
  const { evaluation, score, results } = yearOf(withName('=HYPERLINK("x")'))
  const sheets = scoreWorkbook(evaluation, score, false)
  expect(workbooksCalls['workbooks.write'].input.safeParse({ sheets }).success).toBe(true)
  expect(sheets.map(sheet => sheet.name)).toEqual(['排名', '得分构成', '选项比例', '名额', '缺项'])
  const [ranking] = sheets
  const heads = ranking?.rows[1]?.cells.map(cell => ('text' in cell ? cell.text : '')) ?? []
  const lines = ranking?.rows.slice(2).map(row => row.cells) ?? []
  expect(lines.map(cells => cells[heads.indexOf('总分')])).toEqual([
    { number: '95.00', style: 'decimal' },
    { number: results.results[1]?.total, style: 'decimal' },
    { text: '—', style: 'text' },
  ])
  expect(lines[0]?.[heads.indexOf('姓名')]).toEqual({ text: '=HYPERLINK("x")', style: 'text' })
})

// Catches: a preliminary list that passes for the result, or that keeps to itself what is missing.
test('the printed ranking says that nobody has decided it, and who lacks what', () => {
  const { title, notes = [], rows } = printedRanking(yearOf(withName('王晓明'), true))
  expect(title).toContain('【示例】')
  expect(title).toContain('初步排名（未审定）')
  expect(notes.join('\n')).toContain('须经考评小组审定')
  expect(notes.join('\n')).toMatch(/尚缺：.*暂不能计分/)
  expect(rows.map(row => row[0])).toEqual(['1', '2', '—'])
  expect(printedRanking(yearOf(buildEvaluation())).title).not.toContain('示例')
})

// Catches: a median that rounds on the way, or sorts numbers as text.
test('the median is exact', () => {
  const of = (...values: readonly string[]) => median(values.map(rational))
  expect(of()).toBeNull()
  expect(roundHalfUp(of('100', '9', '20') ?? rational(-1), 2)).toBe('20.00')
  expect(roundHalfUp(of('90.005', '90') ?? rational(-1), 4)).toBe('90.0025')
})

// Catches: ballots of one group drawn as another's; shares that do not make up the whole.
test('the charts of the year add up everybody', () => {
  const file = buildEvaluation({
    instructors: buildInstructors(2, { history: [{ year: 2025, grade: 'competent' }] }),
    meetings: [
      buildMeeting([
        buildTally({ marks: marks(6, 4, 0, 0) }),
        buildTally({ instructor: 'i02', marks: marks(2, 8, 0, 0) }),
        buildTally({ group: 'B', marks: marks(0, 0, 8, 0) }),
      ]),
    ],
  })
  const { score, evaluation } = yearOf(file)
  const [component] = ballotComponents(evaluation.scheme)
  if (component?.scale.kind !== 'grades') throw new Error('no grades')
  const shares = groupShares(score.people, component, component.scale)
  expect(shares.rows.map(row => [row.name, ...row.parts.slice(0, 3).map(part => part.text)])).toEqual([
    ['企业工会代表', '40.0%', '60.0%', '0.0%'],
    ['企业管理者代表', '0.0%', '0.0%', '100.0%'],
  ])
  const years = yearShares(score, evaluation.decisions, evaluation.scheme)
  expect(years.rows.map(row => row.name)).toEqual(['2025（2 人）', '2026（2 人）'])
  expect(years.rows[0]?.parts[1]?.text).toBe('100.0%')
  for (const row of [...shares.rows, ...years.rows])
    expect(row.parts.reduce((total, part) => total + part.tenths, 0)).toBe(1000)
  expect(medianItems(score, evaluation.scheme).map(item => item.label)).toContain('民主测评')
  const [person] = score.people
  if (!person) throw new Error('nobody')
  const own = personMedians(person, score.people).find(item => item.label === '民主测评·企业工会代表')
  expect(own?.pair.map(each => each.text)).toEqual(['92.00', '88.00'])
})

test.each([
  ['2026-12-21', '2026-12-21'],
  ['2026.1.5', '2026-01-05'],
  ['2026年12月1日', '2026-12-01'],
  ['２０２６／１／５', '2026-01-05'],
  ['20261221', '2026-12-21'],
  ['2026-02-30', ''],
  ['2026-13-01', ''],
  ['26-12-21', ''],
  ['2026-12', ''],
  ['明天', ''],
])('the date %s is read as "%s"', (typed, day) => {
  expect(readDate(typed)).toBe(day)
})
