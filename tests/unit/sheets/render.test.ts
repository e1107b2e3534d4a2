import { describe, expect, it } from 'vitest'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { buildEmptyYear, buildHostileYear, buildLongYear, LONG_NAME } from './build-variants.ts'
import { buildSummary, buildYear } from './build-year.ts'
import { type PdfPage, pdfPages, textOf } from './pdf-text.ts'
import { dataOf, formOf, sheetOf } from './sheet-texts.ts'

const record = 'evaluation-record'

async function pagesOf(file: EvaluationFile, form: string, instructor?: string, gap?: number): Promise<PdfPage[]> {
  const { bytes, pages } = await renderSheet(sheetOf(dataOf(file), form, instructor))
  const read = await pdfPages(bytes, gap)
  expect(read).toHaveLength(pages)
  return read
}

/** What every page of every sheet must be: numbered, A4, nothing beyond the margins, not left empty. */
function expectSoundPages(pages: readonly PdfPage[], orientation: string): void {
  for (const [index, page] of pages.entries()) {
    expect(page.width > page.height).toBe(orientation === 'landscape')
    expect(textOf(page)).toMatch(new RegExp(`第${index + 1}页共${pages.length}页|—${index + 1}—`))
    const body = page.lines.filter(line => line.y > 54)
    expect(body.length).toBeGreaterThan(index === 0 ? 3 : 1)
    for (const line of page.lines) {
      expect(line.x).toBeGreaterThan(30)
      expect(line.right).toBeLessThan(page.width - 30)
      expect(line.y).toBeGreaterThan(18)
      expect(line.y).toBeLessThan(page.height - 36)
    }
    if (!page.drawn || page.drawn.right === 0) continue
    expect(page.drawn.left).toBeGreaterThan(30)
    expect(page.drawn.right).toBeLessThan(page.width - 30)
    expect(page.drawn.bottom).toBeGreaterThanOrEqual(page.drawn.top)
    expect(page.drawn.bottom).toBeLessThan(page.height - 36)
  }
}

/** Forms of the year that say how many, not who; the public notice names the best only, and the long year has none. */
function namesPeople(id: string): boolean {
  return ![
    'scheme-notice',
    'agenda-script',
    'turnout-record',
    'ballot-destruction',
    'suggestions',
    'public-notice',
    'public-report',
    'award-list',
  ].includes(id)
}

describe.each(forms.map(form => form.id))('%s', id => {
  const form = formOf(id)
  const years: [string, EvaluationFile][] = [
    ...[1, 5, 60, 300].map((count): [string, EvaluationFile] => [`${count} people`, buildYear(count)]),
    ['long texts and names', buildLongYear(7)],
    ['only names, no ballots, everybody blocked', buildEmptyYear(60)],
    ['nobody', buildYear(0)],
    ['every field too long', buildHostileYear(2)],
  ]

  // Text that runs off the page or under its foot, a page left empty, a page count in the foot that is wrong.
  it.each(years.filter(([name]) => form.per === 'year' || name !== 'nobody'))(
    'has sound pages: %s',
    async (_, file) => {
      const last = file.instructors.at(-1)
      const pages = await pagesOf(file, id, last?.id)
      expectSoundPages(pages, form.orientation)
    },
    90_000,
  )

  // A date, an id or an order that comes from the clock or from chance: an archive could never be compared.
  it('gives the same bytes for the same data', async () => {
    const once = await renderSheet(sheetOf(dataOf(buildYear(3)), id))
    const again = await renderSheet(sheetOf(dataOf(buildYear(3)), id))
    expect(once.bytes.equals(again.bytes)).toBe(true)
    expect(once.bytes.toString('latin1')).toContain('(D:20261210000000Z)')
  })
})

describe.each(forms.map(form => form.id).filter(namesPeople))('%s', id => {
  // A name broken elsewhere than at its dot, or run into the next cell.
  it('keeps a long name, or each part of it, on one line', async () => {
    const pages = await pagesOf(buildLongYear(1), id)
    const lines = pages.flatMap(page => page.lines.map(line => line.text.replace(/\s/g, '')))
    const [first = '', second = ''] = LONG_NAME.split('·')
    const has = (text: string) => lines.some(line => line.includes(text))
    expect(has(LONG_NAME) || (has(`${first}·`) && has(second))).toBe(true)
  })
})

describe('the evaluation record', () => {
  // A summary, comment or decision that is cut, or that pushes an ordinary person's record onto a third page.
  it.each([0, 1, 120, 420, 700, 900])('has two pages with a summary of %i characters', async length => {
    const year = buildYear(1)
    const pages = await pagesOf(
      { ...year, self: [{ ...year.self?.[0], instructor: 'i01', summary: buildSummary(length) }] },
      record,
    )
    expect(pages).toHaveLength(2)
    expect(textOf(pages[0])).toContain(buildSummary(length).replace(/\s/g, '').slice(0, 25))
    expect(textOf(pages[1])).toContain('考评小组')
    expect(textOf(pages[1])).toContain('复核人签名')
  })

  // pdfmake moves a row with a set height to the next page when it does not fit, and adds the height again after a break.
  it.each([1000, 1100, 1200, 1400, 1700, 2000, 3000, 8000])('flows a summary of %i characters', async length => {
    const year = buildYear(1)
    const summary = buildSummary(length)
    const pages = await pagesOf({ ...year, self: [{ ...year.self?.[0], instructor: 'i01', summary }] }, record)
    expectSoundPages(pages, 'portrait')
    expect(textOf(pages[0])).toContain(summary.slice(0, 25))
    const whole = pages.map(page => bodyText(page)).join('')
    for (let from = 0; from < length; from += 97)
      expect(whole).toContain(summary.replace(/\s/g, '').slice(from, from + 8))
    expect(textOf(pages.at(-1))).toContain('复核人签名')
    expect(pages.length).toBeLessThanOrEqual(Math.ceil(length / 1000) + 2)
  })

  // Two thousand characters of reason or comment must not run off a row that is kept on one page.
  it('prints long comments and reasons to the last word', async () => {
    const year = buildLongYear(1)
    const file: EvaluationFile = {
      ...year,
      self: year.self?.map(own => ({ ...own, summary: `${own.summary}个人总结到此为止` })),
      ratings: year.ratings?.map(own => ({ ...own, comment: `${own.comment}综合评定到此为止` })),
      decisions: year.decisions?.map(own => ({ ...own, reason: `${own.reason}审定理由到此为止` })),
    }
    const whole = (await pagesOf(file, record)).map(bodyText).join('')
    for (const part of ['个人总结', '综合评定', '审定理由']) expect(whole).toContain(`${part}到此为止`)
    expect(textOf((await pagesOf(file, 'renewal-approval')).at(-2))).toContain('审定理由到此为止')
  })

  // A row that ends near the foot of a page: its set height, its signature or its last line beyond the foot.
  it.each([200, 500, 650, 700, 750, 800, 850, 900, 1200, 1500, 1800])(
    'has sound pages with a comment and a reason of %i characters',
    async length => {
      const text = buildSummary(length)
      const year = buildYear(1)
      const decision = {
        instructor: 'i01',
        kind: 'change',
        final: 'basic',
        by: '考评小组',
        date: '2026-12-20',
      } as const
      const file: EvaluationFile = {
        ...year,
        ratings: year.ratings?.map(own => ({ ...own, comment: text })),
        decisions: [{ ...decision, reason: text }],
      }
      expectSoundPages(await pagesOf(file, record), 'portrait')
      expectSoundPages(await pagesOf(file, 'renewal-approval'), 'portrait')
    },
  )

  // What is decided must be on the sheet; what is not must leave room to sign, not a made-up grade.
  it('prints the decision where there is one, and nothing where there is none', async () => {
    const year = buildYear(1)
    const decision = {
      instructor: 'i01',
      kind: 'confirm',
      final: 'competent',
      by: '考评小组',
      date: '2026-12-20',
      clause: '第十二条',
    } as const
    const decided = (await pagesOf({ ...year, decisions: [decision] }, record)).map(textOf).join('')
    expect(decided).toContain('2026年12月20日考评小组审定：2026年度考评等次为“称职”，依据第十二条。')
    const open = (await pagesOf(year, record)).map(textOf).join('')
    expect(open).not.toContain('审定：')
    expect(open).toContain('□同意□有异议')
  })
})

describe('the ballot summary', () => {
  // pdfmake puts the middle of a spanning cell above the page's head when its block moved to this page.
  it('has each name beside its rows on every page', async () => {
    const year = buildYear(60)
    const names = new Set(year.instructors.map(person => person.name))
    // A name of two characters has a blank as wide as one between them (王　明).
    const pages = await pagesOf(year, 'ballot-summary', undefined, 9)
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages) {
      const heights = (text: string) => page.lines.filter(line => line.text === text).map(line => line.y)
      const tops = heights('企业工会代表')
      const bottoms = page.lines.filter(line => line.text.startsWith('合')).map(line => line.y)
      const named = page.lines.filter(line => names.has(line.text.replace(/\s/g, ''))).map(line => line.y)
      expect(named).toHaveLength(tops.length)
      for (const [index, y] of named.entries()) {
        expect(y).toBeLessThan(tops[index] ?? 0)
        expect(y).toBeGreaterThan(bottoms[index] ?? page.height)
      }
    }
  })

  // The signatures alone on a last page: a page that could belong to any list.
  it.each([1, 5, 6, 11, 12, 16, 17])('keeps the signatures with the last of %i people', async count => {
    const year = buildYear(count)
    const last = (await pagesOf(year, 'ballot-summary')).at(-1)
    expect(textOf(last)).toContain('总监票人：')
    expect(textOf(last)).toContain(year.instructors.at(-1)?.name)
  })
})

describe('Chinese lines', () => {
  // A line that begins with a closing mark or ends with an opening one.
  it.each([420, 431, 443, 457, 900, 2000])('break where they may, in a summary of %i characters', async length => {
    const year = buildYear(1)
    const summary = buildSummary(length).replaceAll('协商', '协商（议）《约》')
    const pages = await pagesOf({ ...year, self: [{ ...year.self?.[0], instructor: 'i01', summary }] }, record)
    const lines = pages.flatMap(page => page.lines.map(line => line.text.trim()))
    expect(lines.length).toBeGreaterThan(40)
    expect(lines.filter(line => /^[。，、；：！？）》〉」』”’％]/.test(line))).toEqual([])
    expect(lines.filter(line => /[（《〈「『“‘]$/.test(line))).toEqual([])
  })
})

/** A page's text without its foot. */
function bodyText(page: PdfPage): string {
  return textOf({ ...page, lines: page.lines.filter(line => line.y > 54 && line.right - line.x > 11) })
}
