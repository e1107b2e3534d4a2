import type { Page } from 'playwright-core'
import { type RegistrationFormData, registrationForm } from '#electron/host/workbook/registration-form.ts'
import { writeForm } from '#electron/host/workbook/write-form.ts'
import { bigYear } from '#tests/bench/sheets/big-year.ts'

export const IMPORTED = 5000
const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲']

/**
 * Milliseconds, by round, from choosing a registration form of 5,000 people to their preview beside the roster that the page
 * shows; each time it is put away again.
 */
export async function importTimes(page: Page, rounds: number): Promise<readonly number[]> {
  const buffer = Buffer.from(writeForm(registrationForm(formOf(IMPORTED))))
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await page.locator('[data-roster-file]').setInputFiles({
      name: '登记表.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    })
    await page.locator('[data-page="roster-import"] tr[data-row]').first().waitFor()
    times.push(performance.now() - began)
    await page.getByRole('button', { name: '取消' }).click()
    await page.locator('[data-page="roster"]').waitFor()
  }
  return times
}

function formOf(people: number): RegistrationFormData {
  const named = bigYear(people).instructors.map((person, index) => ({
    ...person,
    name: nameOf(index),
    phone: `139${10_000_000 + index}`,
  }))
  return {
    title: '集体协商指导员登记表',
    unit: '市总工会',
    filledBy: '王某',
    phone: '0411-82345678',
    reportDate: '2026-03-05',
    emptyRows: 0,
    more: true,
    people: named,
  }
}

/** A name for each, hardly any twice. */
function nameOf(index: number): string {
  const at = (list: readonly string[], place: number) => list[Math.floor(place) % list.length] ?? ''
  return at(SURNAMES, index) + at(GIVEN, index / SURNAMES.length) + at(GIVEN, index / SURNAMES.length / GIVEN.length)
}
