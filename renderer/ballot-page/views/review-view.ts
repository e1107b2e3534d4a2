import { button, element, fill } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { ballotFaultWords } from '#shared/domain/ballot/cast/ballot-fault.ts'
import { rowsOfBallot } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { ABSTAIN, markOfValue } from '#shared/domain/ballot/cast/scale-values.ts'
import type { ViewContext } from './view-context.ts'

export type ReviewEvents = { readonly back: () => void; readonly toSuggestion: () => void; readonly submit: () => void }

/** Everything once more, what is blank as 弃权; a ballot that would be void cannot be cast from here. */
export function reviewView(page: HTMLElement, { meeting, group, form }: ViewContext, events: ReviewEvents): void {
  const { indicators, instructors, scale } = meeting
  const several = indicators.length > 1
  const rows = rowsOfBallot(form.ballot(), meeting, group)
  const faults = rows.ok ? [] : rows.error.map(ballotFaultWords)
  const missing = form.missing()
  const words = (value: number): string => {
    if (value === ABSTAIN) return BALLOT_PAGE.abstain
    return scale.kind === 'grades' ? (scale.options[value - 1]?.label ?? '') : markOfValue(scale, value)
  }
  const marksOf = (person: number) => {
    if (person === form.self()) return element('span', { class: 'quiet' }, BALLOT_PAGE.selfRow)
    const marks = indicators.map((indicator, index) => {
      const value = form.valueAt(person, index)
      const text = several ? `${indicator.name} ${words(value)}` : words(value)
      return element('span', { class: value === ABSTAIN ? 'blank' : '' }, text)
    })
    return element('span', { class: several ? 'many' : '' }, ...marks)
  }
  fill(
    page,
    element(
      'section',
      { class: 'sheet' },
      element('h1', {}, BALLOT_PAGE.reviewTitle),
      ...faults.map(fault => element('p', { class: 'error', role: 'alert' }, fault)),
      missing === 0 ? null : element('p', { class: 'warn' }, BALLOT_PAGE.reviewAbstain(missing, several)),
      element(
        'ul',
        { class: 'plain review' },
        ...instructors.map(({ name }, person) => element('li', {}, element('b', {}, name), marksOf(person))),
      ),
      meeting.suggestions ? suggestion(form.suggestion().trim(), events.toSuggestion) : null,
    ),
    element(
      'footer',
      { class: 'turns' },
      button(BALLOT_PAGE.back, 'second', events.back),
      button(BALLOT_PAGE.submit, 'main', events.submit, { disabled: faults.length > 0 }),
    ),
  )
  window.scrollTo(0, 0)
}

function suggestion(text: string, change: () => void): HTMLElement {
  return element(
    'section',
    { class: 'suggestion' },
    element(
      'div',
      { class: 'line' },
      element('b', {}, BALLOT_PAGE.suggestionReview),
      button(BALLOT_PAGE.change, 'small', change),
    ),
    element('p', { class: text === '' ? 'quiet' : 'words' }, text === '' ? BALLOT_PAGE.suggestionEmpty : text),
  )
}
