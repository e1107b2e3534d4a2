import { button, element } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { markOfValue } from '#shared/domain/ballot/cast/scale-values.ts'
import { pointsField } from './points-field.ts'
import type { ViewContext } from './view-context.ts'

/** 其余都评…: one tap gives everything not yet marked one mark. An option whose limit has no room says so. */
export function restView(
  { meeting, form }: ViewContext,
  choose: (value: number, label: string) => void,
  close: () => void,
): HTMLElement {
  const { scale } = meeting
  const several = meeting.indicators.length > 1
  const title = element('h2', {}, BALLOT_PAGE.restTitle(form.missing(), several))
  const cancel = button(BALLOT_PAGE.cancel, 'second', close)
  const choices = scale.kind === 'grades' ? options() : points()

  function options(): HTMLElement[] {
    return (scale.kind === 'grades' ? scale.options : []).map(({ label }, index) => {
      const possible = form.canFillRest(index + 1)
      const text = possible ? label : `${label}（${BALLOT_PAGE.restOver(label)}）`
      return button(text, 'option wide', () => choose(index + 1, label), { disabled: !possible })
    })
  }

  function points(): HTMLElement[] {
    if (scale.kind !== 'points') return []
    let chosen = 0
    const set = button(BALLOT_PAGE.set, 'main', () => choose(chosen, markOfValue(scale, chosen)), { disabled: true })
    const field = pointsField(scale, BALLOT_PAGE.score, value => {
      chosen = value
      set.disabled = value === 0
    })
    return [field.node, set]
  }

  const panel = element('div', { class: 'panel', role: 'dialog', 'aria-modal': 'true' }, title, ...choices, cancel)
  return element('div', { class: 'shade' }, panel)
}
