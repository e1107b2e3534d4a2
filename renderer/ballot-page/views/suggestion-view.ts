import { button, element, fill } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { MOST_SUGGESTION } from '#shared/domain/ballot/suggestion/suggestion-text.ts'
import type { ViewContext } from './view-context.ts'

export type SuggestionEvents = { readonly back: () => void; readonly next: () => void }

/** Free words, wholly optional; what becomes of them is said before they are written. */
export function suggestionView(page: HTMLElement, { form, changed }: ViewContext, events: SuggestionEvents): void {
  const area = element('textarea', {
    id: 'suggestion',
    rows: '7',
    maxlength: String(MOST_SUGGESTION),
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    // Some browsers send words away to check their spelling.
    spellcheck: 'false',
    'aria-describedby': 'suggestion-care',
  })
  const count = element('p', { class: 'quiet count' })
  const next = button('', 'main', events.next)
  const update = () => {
    const written = form.suggestion().trim() !== ''
    count.textContent = BALLOT_PAGE.suggestionCount(form.suggestion().length, MOST_SUGGESTION)
    next.textContent = written ? BALLOT_PAGE.suggestionNext : BALLOT_PAGE.suggestionNone
  }
  area.value = form.suggestion()
  area.addEventListener('input', () => {
    form.setSuggestion(area.value)
    update()
    changed()
  })
  fill(
    page,
    element(
      'section',
      { class: 'sheet' },
      element('h1', {}, element('label', { for: 'suggestion' }, BALLOT_PAGE.suggestion)),
      element('ul', { class: 'rules' }, ...BALLOT_PAGE.suggestionRules.map(rule => element('li', {}, rule))),
      element('p', { class: 'warn', id: 'suggestion-care' }, BALLOT_PAGE.suggestionCare),
      area,
      count,
    ),
    element('footer', { class: 'turns' }, button(BALLOT_PAGE.suggestionBack, 'second', events.back), next),
  )
  update()
  window.scrollTo(0, 0)
}
