import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collectRatings } from '#renderer/features/rating/import/collect-ratings.ts'
import { collectReports } from '#renderer/features/rating/import/collect-reports.ts'
import type { CollectedRating } from '#renderer/features/rating/import/collected-rating.ts'
import { ratingChanges } from '#renderer/features/rating/import/rating-changes.ts'
import { collectReports as collectSelfReports } from '#renderer/features/self/import/collect-reports.ts'
import { collectSelf } from '#renderer/features/self/import/collect-self.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import type { RatingDraft } from '#shared/domain/rating/rating.ts'
import { withRating } from '#shared/domain/rating/with-rating.ts'
import { reportBook } from '#shared/domain/report/report-book.ts'
import { type ReportForm, reportKey } from '#shared/domain/report/report-form.ts'
import { selfComponent } from '#shared/domain/scheme/scheme.ts'
import { mergeSelf } from '#shared/domain/self/form/read-self-form.ts'
import type { SelfDraft } from '#shared/domain/self/self.ts'
import { compactSelf, withSelf } from '#shared/domain/self/self-entry.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildScheme } from '#tests/fixtures/build-scheme.ts'
import { cellOfLabel, fillForm, formBytes, sheetsOf, type Typed } from '#tests/fixtures/filled-form.ts'
import { formsOf, post, type ReportHub, startReportHub, tokenIn } from './report-hub.ts'

const LONG = { timeout: 120_000 }

let hub: ReportHub
beforeAll(async () => {
  hub = await startReportHub()
}, 120_000)
afterAll(() => hub.stop())

const PEOPLE = ['王晓明', '李刚', '赵敏'].map((name, index) =>
  buildInstructor({ id: `i0${index + 1}`, name, posting: '西城区', sources: ['district'] }),
)

function yearOf(overrides: Parameters<typeof buildEvaluation>[0]): Evaluation {
  const file = buildEvaluation({ instructors: PEOPLE, self: [], meetings: [], ratings: [], ...overrides })
  const read = readEvaluation(JSON.stringify(file))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

/** Fills a form in on the page's way, submits it, and lets the office fetch it. */
async function online(year: number, form: ReportForm, answers: unknown) {
  const office = await hub.office()
  const published = await office['reporting.publish']({ year, forms: [form], renew: false })
  if (!published.ok) throw new Error(published.error.code)
  const token = tokenIn(published.data.links.find(link => link.key === reportKey(form))?.url)
  const attempt = (name: string) => name.padEnd(20, '-')
  const saved = await post(hub.url, 'report/save', token, { base: 0, attempt: attempt('save'), answers })
  expect(saved).toMatchObject({ status: 'saved' })
  const submitted = await post(hub.url, 'report/submit', token, { base: 1, attempt: attempt('submit') })
  expect(submitted).toMatchObject({ status: 'submitted' })
  const fetched = await office['reporting.fetch']({ year })
  if (!fetched.ok) throw new Error(fetched.error.code)
  return { token, reports: fetched.data.reports }
}

/** The file of a year that these ratings were taken into. */
function fileWith(evaluation: Evaluation, ratings: readonly CollectedRating[]): string {
  const taken = ratings.reduce<readonly RatingDraft[]>(
    (list, each) => withRating(list, each.before, each.rating),
    evaluation.ratings,
  )
  return fileOf({ ...evaluation, ratings: taken })
}

function fileWithSelf(evaluation: Evaluation, read: SelfDraft | null | undefined): string {
  if (!read) throw new Error('nothing read')
  return fileOf({ ...evaluation, self: withSelf(evaluation.self, 'i01', compactSelf(mergeSelf(null, read))) })
}

function fileOf(draft: unknown): string {
  const read = readEvaluation(JSON.stringify(draft))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return writeEvaluation(read.value)
}

const file = (bytes: Buffer) =>
  ({ kind: 'workbook', path: '表.xlsx', file: new File([], '表.xlsx'), sheets: sheetsOf(bytes) }) as const

describe('what is reported online comes into the year as what is reported in Excel', () => {
  // Catches: figures, words or empty cells that one way takes otherwise than the other.
  test('a union’s ratings, byte for byte', LONG, async () => {
    const year = yearOf({ year: 2031 })
    const [form] = formsOf(year)
    if (form?.kind !== 'rating') throw new Error('no form')
    const typed: readonly (readonly [string, string, Typed, string])[] = [
      ['王晓明', 'score', 91.5, '９１.５０'],
      ['王晓明', 'bonus', 2, '2分'],
      ['王晓明', 'reason', '承办竞赛', ' 承办竞赛 '],
      ['王晓明', 'comment', '工作扎实\n认真负责', '工作扎实\n\n认真负责 '],
      ['王晓明', 'proposed', '优秀', '优秀'],
      ['李刚', 'score', 86, '86.00'],
      ['李刚', 'months', 6, '6个月'],
    ]
    const blank = formBytes(reportBook(form, {}))
    const columns: Readonly<Record<string, string>> = {
      score: 'E',
      months: 'F',
      bonus: 'G',
      penalty: 'H',
      reason: 'I',
      comment: 'J',
      proposed: 'K',
    }
    const cells = typed.map(([name, cell, value]) => [cellOfLabel(blank, name, columns[cell] ?? ''), value] as const)
    const filled = fillForm(blank, Object.fromEntries(cells))
    const offline = collectRatings([file(filled)], year)
    expect(offline.problems).toEqual([])
    const ids: Readonly<Record<string, string>> = { 王晓明: 'i01', 李刚: 'i02' }
    const answers = Object.fromEntries(
      [...Map.groupBy(typed, ([name]) => ids[name] ?? '')].map(([id, own]) => [
        id,
        Object.fromEntries(own.map(([, cell, , text]) => [cell, text])),
      ]),
    )
    const { token, reports } = await online(2031, form, answers)
    const taken = collectReports(reports, year)
    expect(taken.problems).toEqual([])
    expect(fileWith(year, taken.ratings)).toBe(fileWith(year, offline.ratings))
    expect(taken.ratings.map(each => each.state)).toEqual(['fresh', 'fresh'])

    // The same file uploaded at the page gives the same again.
    const reply = await fetch(new URL('report/read', hub.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', Authorization: `Bearer ${token}` },
      body: new Uint8Array(filled),
    })
    const read = JSON.parse(await reply.text())
    expect(read).toMatchObject({ status: 'read', problems: [] })
    const [report] = reports
    if (!report?.submitted) throw new Error('nothing submitted')
    const uploaded = collectReports([{ ...report, submitted: { form, answers: read.answers } }], year)
    expect(fileWith(year, uploaded.ratings)).toBe(fileWith(year, offline.ratings))
  })

  test('a self-assessment, byte for byte', LONG, async () => {
    const year = yearOf({ year: 2032 })
    const form = formsOf(year).find(each => each.kind === 'self')
    const component = selfComponent(year.scheme)
    if (form?.kind !== 'self' || !component?.indicators) throw new Error('no form')
    const cells = {
      'work:visits': '46',
      'work:contracts': '12份',
      summary: '全年走访企业四十六家。\n\n指导签订集体合同十二份。',
      ...Object.fromEntries(component.indicators.map(each => [`score:${each.id}`, each.points])),
    }
    // The workbook that the page gives out holds what was filled in: it is the office's own form.
    const book = formBytes(reportBook(form, { i01: cells }))
    const context = {
      year: 2032,
      instructors: year.instructors,
      component,
      scheme: year.scheme,
      self: [],
      given: new Map(),
    }
    const offline = collectSelf([file(book)], context)
    expect(offline.problems).toEqual([])
    const { reports } = await online(2032, form, { i01: cells })
    const taken = collectSelfReports(reports, year)
    expect(taken.problems).toEqual([])
    expect(fileWithSelf(year, taken.people[0]?.form?.read)).toBe(fileWithSelf(year, offline.people[0]?.form?.read))
  })

  // Catches: what a union took away after it was given back staying in the year.
  test('what was taken away online goes, attachments stay; what another source used up is told', LONG, async () => {
    const before = {
      instructor: 'i01',
      source: 'district',
      by: '西城区总工会',
      score: '90',
      bonus: '2',
      reason: '竞赛',
    }
    const attachments = [{ sha256: 'a'.repeat(64), name: '证明.pdf', size: 3 }]
    const other = { instructor: 'i02', source: 'industry', by: '教育工会', score: '90', bonus: '4', reason: '竞赛' }
    const people = [PEOPLE[0], { ...PEOPLE[1], sources: ['district', 'industry'] }].map(each => buildInstructor(each))
    const year = yearOf({ year: 2033, instructors: people, ratings: [{ ...before, attachments }, other] })
    const form = formsOf(year).find(each => each.kind === 'rating' && each.source === 'district')
    if (!form) throw new Error('no form')
    const { reports } = await online(2033, form, {
      i01: { score: '90' },
      i02: { score: '80', bonus: '3', reason: '培训' },
    })
    const taken = collectReports(reports, year)
    expect(taken.ratings.map(({ rating, state }) => ({ rating, state }))).toEqual([
      {
        rating: { instructor: 'i01', source: 'district', by: '西城区总工会', score: '90', attachments },
        state: 'updated',
      },
    ])
    const [first] = taken.ratings
    expect(first && ratingChanges(first, year.scheme)).toBe('加分 2 → 无，加减分事由 竞赛 → 无')
    expect(taken.problems).toEqual([{ path: '西城区总工会', words: '李刚：3 超过上限 1' }])
  })

  // Catches: a district's own indicators asked for by the main scheme's, or the other way round.
  test('a district’s variant asks for its own indicators', LONG, async () => {
    const scheme = buildScheme()
    const own = [
      { id: 'visits', name: '走访企业', points: '40' },
      { id: 'records', name: '台账', points: '60' },
    ]
    const variants = [
      { id: 'v1', name: '西城办法', postings: ['西城区'], components: [{ id: 'self', indicators: own }] },
    ]
    const year = yearOf({ year: 2034, scheme: { ...scheme, variants } })
    const form = formsOf(year).find(each => each.kind === 'self')
    if (!form) throw new Error('no form')
    const cells = { 'score:visits': '38', 'score:records': '55', summary: '总结' }
    const { reports } = await online(2034, form, { i01: cells })
    const [first] = collectSelfReports(reports, year).people
    expect(first?.form?.read).toEqual({ instructor: 'i01', summary: '总结', scores: { visits: '38', records: '55' } })
  })
})
