import { open } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { fontCoverage } from '#electron/host/sheets/font-coverage.ts'
import { missingGlyphs } from '#electron/host/sheets/missing-glyphs.ts'
import { planSheets } from '#electron/host/sheets/plan-sheets.ts'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { forms } from '#shared/sheets/forms.ts'
import { suspectsOf } from '#shared/sheets/missing-glyphs.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildEmptyYear, buildLongYear } from './build-variants.ts'
import { buildYear } from './build-year.ts'
import { allSheets, dataOf, textsOf } from './sheet-texts.ts'

const all = forms.map(form => form.id)

function lacking(year: Evaluation, formIds: readonly string[], people: readonly string[] | null): Promise<string[]> {
  return missingGlyphs(year, planSheets(year, formIds, people))
}

/** The year with its first person changed. */
function withFirst(file: EvaluationFile, change: Partial<EvaluationFile['instructors'][number]>): EvaluationFile {
  return {
    ...file,
    instructors: file.instructors.map((person, index) => (index === 0 ? { ...person, ...change } : person)),
  }
}

describe('missing glyphs', () => {
  // A name printed as an empty box, found by the person on the day of the signing.
  it('are told with the name and the character', async () => {
    const year = withFirst(buildYear(3), { name: '王𮬀' })
    expect(await lacking(readBuilt(year), all, null)).toEqual(['王𮬀（i01）：字体缺“𮬀”(U+2EB00)'])
  })

  // Characters outside the first plane cut in halves; rare surnames that the font does have reported as missing.
  it('are none for rare characters that the font has', async () => {
    const year = withFirst(buildYear(2), { name: '䶮堃㛃𬭎' })
    expect(await lacking(readBuilt(year), all, null)).toEqual([])
  })

  it('are found in every text of a person: summary, comment, reason, unit', async () => {
    const year = buildLongYear(2)
    const file: EvaluationFile = {
      ...withFirst(year, { unit: '某☑单位' }),
      self: year.self?.map((own, index) => (index === 0 ? { ...own, summary: '很好😀' } : own)),
      ratings: year.ratings?.map((own, index) => (index === 1 ? { ...own, comment: '☑ 很好' } : own)),
    }
    const lines = await lacking(readBuilt(file), all, null)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/（i01）：字体缺“☑”\(U\+2611\)、“😀”\(U\+1F600\)$/)
    expect(lines[1]).toMatch(/（i02）：字体缺“☑”\(U\+2611\)$/)
  })

  // One person's rare name must not keep the others' own forms from being printed.
  it('are only looked for in what is printed', async () => {
    const year = readBuilt(withFirst(buildYear(3), { name: '王𮬀' }))
    expect(await lacking(year, ['evaluation-record'], ['i02'])).toEqual([])
    expect(await lacking(year, ['evaluation-record'], ['i01'])).toHaveLength(1)
    expect(await lacking(year, ['result-list'], ['i02'])).toHaveLength(1)
    expect(await lacking(readBuilt(withFirst(buildYear(1), { phone: '☎ 13800001234' })), all, null)).toEqual([])
  })

  it('of the scheme are told once, not for everybody', async () => {
    const year = buildYear(3)
    const scheme = { ...year.scheme, name: '三段式😀' }
    expect(await lacking(readBuilt({ ...year, scheme }), all, null)).toEqual([
      '考评方案等公用文字：字体缺“😀”(U+1F600)',
    ])
  })

  // Half a surrogate pair, from a damaged file: it must neither crash the check nor slip through it.
  it('include half a character', async () => {
    const year = readBuilt(withFirst(buildYear(1), { name: '王\ud842' }))
    expect(await lacking(year, all, null)).toEqual([expect.stringContaining('(U+D842)')])
  })

  // Invisible characters and line ends pasted from Word have no glyph and need none: they are not printed.
  it('do not include what is not printed', async () => {
    const year = withFirst(buildYear(1), { name: '王\u200b小\ufeff明', training: '第一行\r\n第二行\t完\u0007' })
    expect(await lacking(readBuilt(year), all, null)).toEqual([])
    expect(textsOf(allSheets(dataOf(year))).filter(text => /(?!\n)[\p{Cc}\p{Cf}]/u.test(text))).toEqual([])
  })
})

describe('the font', () => {
  // A word of the forms themselves that is not in the font, e.g. ☑; the check looks at the data first.
  it('has every character of the forms', async () => {
    const covers = await fontCoverage()
    for (const file of [buildYear(2), buildLongYear(2), buildEmptyYear(2)]) {
      expect(suspectsOf(readBuilt(file), covers)).toEqual({ people: new Map(), common: false })
      const characters = new Set(allSheets(dataOf(file)).flatMap(sheet => [...textsOf(sheet).join('')]))
      expect([...characters].filter(character => character !== '\n' && !covers(character.codePointAt(0) ?? 0))).toEqual(
        [],
      )
    }
  })

  // The check reads the regular alone: a bold title in a character that only the regular has would be a box.
  it('has the same characters in bold', async () => {
    const [normal, bold] = await Promise.all([open(SHEET_FONTS.normal), open(SHEET_FONTS.bold)])
    if (!('characterSet' in normal) || !('characterSet' in bold)) throw new Error('a collection')
    expect(bold.characterSet).toEqual(normal.characterSet)
  })
})
