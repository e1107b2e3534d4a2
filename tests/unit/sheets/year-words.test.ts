import { describe, expect, it } from 'vitest'
import { yearDocuments } from '#electron/host/archive/documents-of.ts'
import { writeWord } from '#electron/host/word/write-word.ts'
import { resultsOf } from '#shared/domain/score/results.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildYear } from './build-year.ts'
import { dataOf, rowsOf, sheetOf, textsOf } from './sheet-texts.ts'
import { filesUnder, temporaryFolder } from './temporary-folder.ts'

const words = (node: unknown) => textsOf(node).join('\n')

/** A scheme of other people than instructors. */
function appraising(appraised: string): EvaluationFile {
  // What people wrote of themselves is left out of it: their own words are printed as they are.
  // So are the names of groups, which are the scheme's.
  const file: EvaluationFile = JSON.parse(
    JSON.stringify(buildYear(2)).replaceAll('集体协商指导员', '岗位').replaceAll('指导员', '人员'),
  )
  return { ...file, scheme: { ...file.scheme, appraised } }
}

describe('who is appraised', () => {
  // A 职工代表 who is called 集体协商指导员 on a sheet to be signed.
  it('stands in the titles of every form and of every archived document', async () => {
    const year = dataOf(appraising('职工代表'))
    for (const { id } of forms)
      expect([id, words(sheetOf(year, id)).match(/.{0,6}指导员.{0,6}/)?.[0]]).toEqual([id, undefined])
    for (const id of ['result-list', 'evaluation-record', 'public-notice', 'scheme-notice', 'result-notice'])
      expect([id, words(sheetOf(year, id)).includes('职工代表')]).toEqual([id, true])
    const titles = yearDocuments(year).map(document => document.title)
    expect(titles).toContain('2026年度职工代表考评结果名册')
    expect(titles.filter(title => title.includes('指导员'))).toEqual([])
    const folder = await temporaryFolder()
    const evaluation = readBuilt(appraising('职工代表'))
    const written = await writeWord({ evaluation, forms: ['public-notice'], instructors: null, folder, sample: false })
    expect(written.ok && written.value).toEqual(await filesUnder(folder))
  })

  it('is 集体协商指导员 where the scheme does not say', () => {
    expect(words(sheetOf(dataOf(buildYear(2)), 'result-list'))).toContain('集体协商指导员年度考评结果名册')
  })
})

describe('the record of notices', () => {
  const PUBLIC = {
    id: 'p',
    kind: 'public' as const,
    from: '2026-12-21',
    to: '2026-12-28',
    people: ['i01'],
    office: '市总工会集体合同部',
    phone: '010-12345678',
    objections: [],
  }
  const file: EvaluationFile = {
    ...buildYear(2),
    decisions: ['i01', 'i02'].map(instructor => ({
      instructor,
      kind: 'confirm' as const,
      final: 'excellent',
      by: '考评小组',
      date: '2026-12-18',
    })),
    notices: [PUBLIC, { id: 'r', kind: 'result', date: '2026-12-31' }],
    // The Friday before New Year is off, the Saturday within is worked.
    calendar: { holidays: ['2026-12-25'], workdays: ['2026-12-26'] },
  }

  // Lines to fill in by hand for what was typed into the app; working days that forget the office's own calendar.
  it('fills the public notice, its report and the result notice', () => {
    const year = dataOf(file)
    const notice = words(sheetOf(year, 'public-notice'))
    for (const text of ['公示开始：2026年12月21日', '公示截止：2026年12月28日', '受理单位：市总工会集体合同部'])
      expect(notice).toContain(text)
    expect(notice).toContain('联系电话：010-12345678')
    const report = words(sheetOf(year, 'public-report'))
    expect(report).toContain('工作日数：6个')
    expect(report).toContain('公示期间未收到异议')
    const own = words(sheetOf(year, 'result-notice'))
    expect(own).toContain('2026年12月31日')
    expect(own).toContain('受理单位：市总工会集体合同部')
  })

  it('leaves lines where nothing is recorded', () => {
    expect(words(sheetOf(dataOf(buildYear(2)), 'public-report'))).toContain('工作日数：＿＿＿＿')
  })
})

/** A year whose scheme was replaced after the count: self counted for 10 before, and now for 50. */
function replaced(): EvaluationFile {
  const file = buildYear(6)
  const reweighted = (weights: Readonly<Record<string, string>>) => ({
    ...file.scheme,
    components: file.scheme.components.map(part => ({ ...part, weight: weights[part.kind] ?? part.weight })),
  })
  return {
    ...file,
    // What was decided and put up since is no reason not to compare.
    decisions: [{ instructor: 'i01', kind: 'confirm', final: 'excellent', by: '考评小组', date: '2026-12-18' }],
    notices: [{ id: 'p', kind: 'public', from: '2026-12-21', to: '2026-12-28', people: ['i01'], objections: [] }],
    scheme: reweighted({ self: '50', ballot: '40', rating: '10' }),
    publication: {
      history: [],
      versions: [
        {
          scheme: file.scheme,
          until: '2026-12-10',
          by: '考评小组',
          reason: '自评权重过低',
          minute: '会议纪要〔2026〕3号',
        },
      ],
    },
  }
}

describe('a scheme that was replaced after the count', () => {
  // Only the new result printed, as if there had never been another; or figures that neither computation gives.
  it('prints both results with the reason and the minutes behind the list', () => {
    const year = dataOf(replaced())
    const before = new Map(resultsOf(dataOf(buildYear(6)).score).results.map(person => [person.name, person]))
    const after = new Map(resultsOf(year.score).results.map(person => [person.name, person]))
    const sheet = sheetOf(year, 'result-list')
    const text = words(sheet)
    expect(text).toContain('用到2026年12月10日')
    expect(text).toContain('更换原因：自评权重过低　会议纪要：会议纪要〔2026〕3号')
    const rows = rowsOf(sheet).filter(row => row.length === 8 && before.has((row[0] ?? '').replace('　', '')))
    expect(rows).toHaveLength(6)
    for (const [name = '', oldTotal, newTotal] of rows) {
      const person = name.replace('　', '')
      expect([oldTotal, newTotal]).toEqual([before.get(person)?.total, after.get(person)?.total])
    }
    expect(rows.some(([, oldTotal, newTotal]) => oldTotal !== newTotal)).toBe(true)
  })

  it('says so where the data no longer fit the earlier scheme, and nothing where there was none', () => {
    const file = replaced()
    const versions = file.publication?.versions?.map(version => ({
      ...version,
      scheme: { ...version.scheme, components: version.scheme.components.filter(part => part.kind !== 'rating') },
    }))
    const odd = { ...file, publication: { history: [], ...(versions ? { versions } : {}) } }
    expect(words(sheetOf(dataOf(odd), 'result-list'))).toContain('按这一版已无法计分')
    expect(words(sheetOf(dataOf(buildYear(6)), 'result-list'))).not.toContain('更换')
  })
})
