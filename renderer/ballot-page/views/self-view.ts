import { button, element, fill } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import type { ViewContext } from './view-context.ts'

/** Among peers: which row is the voter's own. Exactly one, chosen before the first mark; it can be changed. */
export function selfView(page: HTMLElement, { meeting, form, changed }: ViewContext, chosen: () => void): void {
  const rows = meeting.instructors.map(({ name, unit }, person) =>
    element(
      'li',
      { class: form.self() === person ? 'own row' : 'row' },
      element('div', {}, element('b', {}, name), element('span', { class: 'quiet' }, unit)),
      button(
        BALLOT_PAGE.isSelf,
        'option',
        () => {
          form.setSelf(person)
          changed()
          chosen()
        },
        { 'aria-label': `${name} ${BALLOT_PAGE.isSelf}` },
      ),
    ),
  )
  fill(
    page,
    element(
      'section',
      { class: 'sheet' },
      element('h1', {}, BALLOT_PAGE.chooseSelf),
      element('ul', { class: 'plain' }, ...rows),
    ),
  )
  window.scrollTo(0, 0)
}
