import { button, element, fill } from '#renderer/small-page/dom.ts'

export type Message = {
  readonly title?: string
  readonly text: string
  readonly note?: string
  readonly action?: { readonly label: string; readonly press: () => void }
  /** The button is not what most people need next. */
  readonly minor?: boolean
  readonly good?: boolean
  readonly busy?: boolean
}

/** One calm message in the middle of the screen, with at most one button. */
export function messageView(page: HTMLElement, { title, text, note, action, minor, good, busy }: Message): void {
  const box = element(
    'section',
    { class: 'message', role: 'status', 'aria-live': 'polite' },
    good ? element('div', { class: 'tick', 'aria-hidden': 'true' }, '✓') : null,
    busy ? element('div', { class: 'spinner', 'aria-hidden': 'true' }) : null,
    title === undefined ? null : element('h1', {}, title),
    text === '' ? null : element('p', {}, text),
    note === undefined ? null : element('p', { class: 'quiet' }, note),
    action ? button(action.label, minor ? 'second' : 'main', action.press) : null,
  )
  fill(page, box)
  window.scrollTo(0, 0)
}
