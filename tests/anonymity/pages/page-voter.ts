import type { Page } from 'playwright-core'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { card, press } from '#tests/e2e/phone.ts'

/** Casts a ballot by taps, as a voter does: from the slip's address to 已收到. One indicator. */
export async function voteByTaps(page: Page, url: string, code: string, box: PublicBox, ballot: Ballot) {
  await fillIn(page, url, code, box, ballot)
  await castFilled(page)
}

/** Fills a ballot in, up to the last mark. */
export async function fillIn(page: Page, url: string, code: string, { meeting }: PublicBox, ballot: Ballot) {
  const { scale, instructors } = meeting
  // From elsewhere: an address that differs in its fragment alone would not load the page anew.
  await page.goto('about:blank')
  await page.goto(`${url}#${code}`)
  await press(page, '开始填写')
  const own = instructors.findIndex(({ id }) => id === ballot.self)
  if (own >= 0) await page.getByRole('button', { name: '这是我本人' }).nth(own).click()
  for (const [person, { id }] of instructors.entries()) {
    const mark = ballot.marks[id]?.['overall']
    if (mark === undefined) continue
    const label = scale.kind === 'grades' ? scale.options.find(option => option.id === mark)?.label : undefined
    if (label !== undefined) await press(card(page, person), label)
    else await page.locator('input').nth(person).fill(mark)
  }
}

/** Casts the ballot that is filled in on the page. */
export async function castFilled(page: Page) {
  await press(page, '检查并交票')
  await press(page, '交票')
  await page.getByText('已收到，谢谢。').waitFor()
}
