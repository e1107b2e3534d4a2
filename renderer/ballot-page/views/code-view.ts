import { button, element, fill } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { refusalWords } from '#shared/domain/ballot/cast/cast-reply.ts'
import { readSlipCode } from '#shared/domain/ballot/slip/slip-code.ts'

const DIGITS = 16

/** Asks for the slip's code: a numeric keypad, digits in fours as on the slip, a mistyped one told at once. */
export function codeView(page: HTMLElement, title: string, enter: (code: string) => void): void {
  const input = element('input', {
    id: 'code',
    class: 'code',
    type: 'text',
    inputmode: 'numeric',
    pattern: '[0-9 ]*',
    autocomplete: 'off',
    'aria-describedby': 'code-hint code-error',
  })
  const error = element('p', { id: 'code-error', class: 'error', role: 'alert' })
  const submit = () => {
    const code = readSlipCode(input.value)
    error.textContent = code === null ? refusalWords('bad-code') : ''
    if (code === null) return input.focus()
    input.blur()
    enter(code)
  }
  input.addEventListener('input', event => {
    const digits = input.value.normalize('NFKC').replace(/\D/g, '').slice(0, DIGITS)
    error.textContent = digits.length === DIGITS && readSlipCode(digits) === null ? refusalWords('bad-code') : ''
    // An input method at work, or a correction in the middle, is left alone.
    if (event instanceof InputEvent && event.isComposing) return
    if (input.selectionEnd === input.value.length) input.value = digits.replace(/(.{4})(?=.)/g, '$1 ')
  })
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') submit()
  })
  fill(
    page,
    element(
      'section',
      { class: 'sheet' },
      element('p', { class: 'quiet' }, title),
      element('h1', {}, element('label', { for: 'code' }, BALLOT_PAGE.code)),
      element('p', { id: 'code-hint' }, BALLOT_PAGE.codeHint),
      input,
      error,
      button(BALLOT_PAGE.codeButton, 'main', submit),
    ),
  )
  window.scrollTo(0, 0)
}
