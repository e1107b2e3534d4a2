import { element } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { ABSTAIN, markOfValue, valueOfMark } from '#shared/domain/ballot/cast/scale-values.ts'
import type { PointsScale } from '#shared/domain/scheme/scheme.ts'

export type PointsField = {
  readonly node: HTMLElement
  /** Shows a mark's number (`scale-values.ts`); what is being typed stays. */
  readonly show: (value: number) => void
}

/**
 * A field for points. What is not on the scale is said beside it and counts as not marked: it is never rounded to
 * something that the voter did not write.
 */
export function pointsField(scale: PointsScale, label: string, marked: (value: number) => void): PointsField {
  const { min, max, step } = scale
  const input = element('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    class: 'points',
    'aria-label': label,
  })
  const hint = element('span', { class: 'error' })
  const node = element(
    'div',
    { class: 'options points-row' },
    input,
    element('span', { class: 'quiet' }, `${min} – ${max}`),
    hint,
  )
  const read = (): number | null => {
    const text = input.value.normalize('NFKC').replace(/。/g, '.').trim()
    const value = text === '' ? ABSTAIN : valueOfMark(scale, text)
    return typeof value === 'number' ? value : null
  }
  const check = () => {
    const wrong = read() === null
    hint.textContent = wrong ? BALLOT_PAGE.offScale(min, max, step) : ''
    input.className = wrong ? 'points wrong' : 'points'
  }
  input.addEventListener('input', () => {
    hint.textContent = ''
    input.className = 'points'
    marked(read() ?? ABSTAIN)
  })
  input.addEventListener('change', check)
  return {
    node,
    show: value => {
      if (document.activeElement === input || (value === ABSTAIN && read() === null)) return
      if (read() !== value) input.value = value === ABSTAIN ? '' : markOfValue(scale, value)
      check()
    },
  }
}
