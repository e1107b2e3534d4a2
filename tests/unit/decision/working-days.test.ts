import { describe, expect, test } from 'vitest'
import { PLAIN_CALENDAR, type WorkCalendar } from '#shared/domain/decision/calendar.ts'
import { withDays, withoutDay } from '#shared/domain/decision/calendar-edits.ts'
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  noticePeriod,
  shiftDay,
} from '#shared/domain/decision/working-days.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { faultsOfBuilt, readBuilt } from '#tests/fixtures/read-built.ts'

/** A week of holidays in October 2026 (1st Thursday to 7th Wednesday), two weekend days worked for it (调休). */
const AUTUMN: WorkCalendar = {
  holidays: ['01', '02', '03', '04', '05', '06', '07'].map(day => `2026-10-${day}`),
  workdays: ['2026-09-20', '2026-10-10'],
}

// Catches: days counted in the machine's time zone; a month's or year's end that is stepped over.
test('a day is shifted over months, years and leap days', () => {
  expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
  expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29')
  expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28')
})

describe('working days', () => {
  // Catches: 调休 forgotten, a weekend counted, or a worked Saturday taken for a weekend.
  test('are Monday to Friday but for holidays, and the weekend days that are worked', () => {
    expect(isWorkingDay('2026-10-09', AUTUMN)).toBe(true)
    expect(isWorkingDay('2026-10-10', AUTUMN)).toBe(true)
    expect(isWorkingDay('2026-10-11', AUTUMN)).toBe(false)
    expect(isWorkingDay('2026-10-05', AUTUMN)).toBe(false)
    expect(isWorkingDay('2026-10-05', PLAIN_CALENDAR)).toBe(true)
    expect(isWorkingDay('2026-10-10', PLAIN_CALENDAR)).toBe(false)
  })

  // Catches: a deadline that counts its first day, or a public notice that does not.
  test('a deadline counts from the next day, a public notice counts both ends', () => {
    expect(addWorkingDays('2026-12-21', 15, PLAIN_CALENDAR)).toBe('2027-01-11')
    expect(addWorkingDays('2026-09-30', 3, AUTUMN)).toBe('2026-10-10')
    expect(noticePeriod('2026-12-19', PLAIN_CALENDAR)).toEqual({ from: '2026-12-21', to: '2026-12-25' })
    expect(noticePeriod('2026-09-29', AUTUMN)).toEqual({ from: '2026-09-29', to: '2026-10-10' })
    expect(countWorkingDays('2026-09-29', '2026-10-10', AUTUMN)).toBe(5)
    expect(countWorkingDays('2026-10-10', '2026-09-29', AUTUMN)).toBe(0)
  })
})

describe('the calendar', () => {
  // Catches: a day typed twice, or both off and worked, which would let the order of two lists decide a deadline.
  test('takes each day once and never in both lists', () => {
    const added = withDays(AUTUMN, 'holidays', '2026-10-07', '2026-10-08')
    expect(added.ok && added.value.holidays.slice(-2)).toEqual(['2026-10-07', '2026-10-08'])
    expect(withDays(AUTUMN, 'holidays', '2026-10-09', '2026-10-10')).toEqual({
      ok: false,
      error: { kind: 'clash', day: '2026-10-10' },
    })
    expect(withDays(AUTUMN, 'workdays', '2026-10-12', '2026-10-11')).toMatchObject({ error: { kind: 'crossed' } })
    expect(withDays(AUTUMN, 'holidays', '2026-01-01', '2026-12-31')).toMatchObject({ error: { kind: 'tooLong' } })
  })

  // Catches: an emptied calendar that stays in the file, so that an old file no longer comes back as it was.
  test('goes from the file when its last day goes', () => {
    const one = { holidays: [], workdays: ['2026-10-10'] }
    expect(withoutDay(one, 'workdays', '2026-10-10')).toBeNull()
    expect(withoutDay(AUTUMN, 'workdays', '2026-10-10')?.workdays).toEqual(['2026-09-20'])
    expect('calendar' in readBuilt(buildEvaluation())).toBe(false)
  })

  test('is refused at the door with the place of the day', () => {
    const calendar = { holidays: ['2026-10-01', '2026-10-01'], workdays: ['2026-10-01'] }
    expect(faultsOfBuilt({ ...buildEvaluation(), calendar })).toEqual([
      'calendar.holidays[1]: duplicate',
      'calendar.workdays[0]: duplicate',
    ])
    expect(faultsOfBuilt({ ...buildEvaluation(), calendar: { holidays: ['2026-02-30'], workdays: [] } })).toEqual([
      'calendar.holidays[0]: not-a-date',
    ])
  })
})
