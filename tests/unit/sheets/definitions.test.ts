import { describe, expect, it } from 'vitest'
import { resultsOf } from '#shared/domain/score/results.ts'
import { forms } from '#shared/sheets/forms.ts'
import { buildEmptyYear, buildLongYear } from './build-variants.ts'
import { buildYear } from './build-year.ts'
import { allSheets, dataOf, rowsOf, sheetOf, textsOf } from './sheet-texts.ts'

const YEARS = {
  plain: buildYear(5),
  long: buildLongYear(3),
  empty: buildEmptyYear(3),
  nobody: buildYear(0),
}

describe.each(Object.entries(YEARS))('every sheet of a year: %s', (_, file) => {
  const sheets = allSheets(dataOf(file))

  // A function, a Date, a Map or an undefined in a definition would be lost on its way to another thread or a file.
  it('is plain JSON', () => {
    expect(sheets.length).toBeGreaterThanOrEqual(2)
    for (const sheet of sheets) expect(JSON.parse(JSON.stringify(sheet))).toStrictEqual(sheet)
  })

  // An empty field printed by a template string.
  it('prints no undefined, null, NaN or object', () => {
    const texts = sheets.flatMap(textsOf)
    expect(texts.length).toBeGreaterThan(10)
    expect(texts.filter(text => /undefined|null|NaN|\[object/.test(text))).toEqual([])
  })

  // Personal data on a sheet that is copied and handed round.
  it('prints no whole phone number', () => {
    const phones = file.instructors.flatMap(person => (person.phone === undefined ? [] : [person.phone]))
    // The registration form has them whole (PROMISES.md 3), and what a person gets of the own record.
    const texts = sheets
      .filter(sheet => !['花名册(登记表)', '本人考评档案'].includes(sheet.info.title))
      .flatMap(textsOf)
      .join('\n')
    for (const phone of phones) {
      expect(texts).not.toContain(phone)
      expect(texts).not.toContain(phone.slice(3, 9))
    }
  })
})

describe('the figures on the sheets', () => {
  const year = dataOf(buildYear(12))
  const { results } = resultsOf(year.score)

  // A sheet that works out a figure anew, or takes another person's.
  it('are those of the results, on every record', () => {
    for (const person of results) {
      const texts = textsOf(sheetOf(year, 'evaluation-record', person.instructor)).join('\n')
      for (const part of person.components) {
        expect(texts).toContain(part.score)
        for (const group of part.groups ?? [])
          expect(texts).toContain(`${group.score}（${group.weight}%，${group.ballots}票）`)
      }
      expect(texts).toContain(person.total)
      expect(texts).toContain(`${person.rank}／${results.length}`)
      expect(texts).toContain(`${person.bonus}／${person.penalty}`)
    }
  })

  it('are those of the results, in the list, ordered by rank', () => {
    const rows = rowsOf(sheetOf(year, 'result-list')).filter(row => row.length > 8 && /^\d+$/.test(row[0] ?? ''))
    const byRank = [...results].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    expect(rows.map(row => row[1]?.replace('　', ''))).toEqual(byRank.map(person => person.name))
    for (const [index, person] of byRank.entries()) {
      const row = rows[index] ?? []
      expect(row[0]).toBe(String(person.rank))
      expect(row).toEqual(expect.arrayContaining([person.total, ...person.components.map(part => part.score)]))
    }
  })

  it('are those of the results, on the renewal form', () => {
    for (const person of results) {
      const texts = textsOf(sheetOf(year, 'renewal-approval', person.instructor))
      expect(texts).toContain(person.total)
      expect(texts).toContain(`第${person.rank}名，共${results.length}人`)
    }
  })
})

describe('the list of forms', () => {
  // Two forms under one name would overwrite each other's files.
  it('has one id and one title a form', () => {
    expect(new Set(forms.map(form => form.id)).size).toBe(forms.length)
    expect(new Set(forms.map(form => form.title)).size).toBe(forms.length)
  })

  // A form turned round by hand in one place only.
  it('says the orientation that its sheets have', () => {
    const year = dataOf(buildYear(1))
    for (const form of forms) expect(sheetOf(year, form.id).pageOrientation).toBe(form.orientation)
  })

  // A sheet dated by the clock would never be the same twice.
  it('dates its sheets by the newest date of the data', () => {
    expect(sheetOf(dataOf(buildYear(1)), 'result-list').info.creationDate).toBe('2026-12-10')
    expect(sheetOf(dataOf(buildLongYear(1)), 'result-list').info.creationDate).toBe('2026-12-20')
    expect(sheetOf(dataOf(buildEmptyYear(1)), 'result-list').info.creationDate).toBe('2026-12-31')
  })
})
