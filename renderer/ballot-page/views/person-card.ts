import { button, element } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { ABSTAIN } from '#shared/domain/ballot/cast/scale-values.ts'
import { limitWords } from './limit-words.ts'
import { pointsField } from './points-field.ts'
import type { ViewContext } from './view-context.ts'

export type PersonCard = {
  readonly node: HTMLElement
  /** Makes the marks, once: hundreds of people's buttons at once would keep a slow phone busy for seconds. */
  readonly build: () => void
  /** Keeps so many pixels for marks that are not made yet. */
  readonly reserve: (height: number) => void
  /** Shows what the form holds now. */
  readonly update: () => void
  /** The place of one indicator's marks, to be brought into view. */
  readonly rowOf: (indicator: number) => HTMLElement
}

export type CardEvents = {
  readonly changed: () => void
  /** A mark that a limit does not allow was asked for. */
  readonly refused: (value: number, indicator: number) => void
  readonly changeSelf: () => void
}

/** One person: name, unit, and for each indicator the marks as large buttons, or a field for points. */
export function personCard(context: ViewContext, person: number, events: CardEvents): PersonCard {
  const { meeting, form } = context
  const instructor = meeting.instructors[person]
  const place = element('span', { class: 'quiet number' }, String(person + 1))
  const head = element(
    'h2',
    {},
    place,
    instructor?.name ?? '',
    element('span', { class: 'quiet unit' }, instructor?.unit ?? ''),
  )
  if (form.self() === person) {
    const change = button(BALLOT_PAGE.changeSelf, 'small', events.changeSelf)
    const node = element(
      'li',
      { class: 'card own' },
      head,
      element('p', { class: 'self' }, BALLOT_PAGE.selfRow, change),
    )
    return { node, build: () => undefined, reserve: () => undefined, update: () => undefined, rowOf: () => node }
  }
  const makeRows = () =>
    meeting.indicators.map((indicator, index) => {
      const marks = meeting.scale.kind === 'points' ? pointsRow : optionsRow
      const row = marks(context, person, index, events)
      const limits = element('span', { class: 'limits' })
      const label = meeting.indicators.length > 1 ? element('h3', {}, indicator.name, limits) : null
      let said = ''
      const update = () => {
        row.update()
        const words = limitWords(form.limits(index))
        if (words !== said) limits.textContent = words
        said = words
      }
      return { update, node: element('div', { class: 'marks' }, label, row.node) }
    })
  const node = element('li', { class: 'card' }, head, summaryOf(instructor?.summary))
  let rows: ReturnType<typeof makeRows> | null = null
  let wasDone = false
  const update = () => {
    for (const row of rows ?? []) row.update()
    const done = form.isDone(person)
    if (done !== wasDone) node.className = done ? 'card done' : 'card'
    wasDone = done
  }
  const build = () => {
    if (rows) return rows
    rows = makeRows()
    node.style.minHeight = ''
    node.append(...rows.map(row => row.node))
    update()
    return rows
  }
  const reserve = (height: number) => {
    if (!rows) node.style.minHeight = `${height}px`
  }
  return { node, build, reserve, update, rowOf: indicator => build()[indicator]?.node ?? node }
}

/** Half a page of the person's year, folded away until it is asked for; `null` where there is none. */
function summaryOf(summary: string | undefined): HTMLElement | null {
  if (summary === undefined || summary === '') return null
  return element(
    'details',
    { class: 'summary' },
    element('summary', {}, BALLOT_PAGE.summary),
    ...summary.split(/\n+/).map(paragraph => element('p', {}, paragraph)),
  )
}

type Row = { readonly node: HTMLElement; readonly update: () => void }

function optionsRow({ meeting, form }: ViewContext, person: number, indicator: number, events: CardEvents): Row {
  const { scale } = meeting
  const options = scale.kind === 'grades' ? scale.options : []
  const buttons = options.map(({ label }, index) =>
    button(label, 'option', () => {
      const value = index + 1
      const next = form.valueAt(person, indicator) === value ? ABSTAIN : value
      if (form.mark(person, indicator, next)) events.changed()
      else events.refused(value, indicator)
    }),
  )
  const shown: string[] = []
  const update = () => {
    const limits = form.limits(indicator)
    buttons.forEach((node, index) => {
      const chosen = form.valueAt(person, indicator) === index + 1
      const full = limits.some(({ value, used, maximum }) => value === index + 1 && used >= maximum)
      const name = chosen ? 'option chosen' : full ? 'option full' : 'option'
      // One tap changes a few of some thousand buttons.
      if (shown[index] === name) return
      shown[index] = name
      node.className = name
      node.setAttribute('aria-pressed', String(chosen))
    })
  }
  return { node: element('div', { class: 'options', role: 'group' }, ...buttons), update }
}

function pointsRow({ meeting, form }: ViewContext, person: number, indicator: number, events: CardEvents): Row {
  const { scale } = meeting
  if (scale.kind !== 'points') throw new TypeError('not a points scale')
  const name = meeting.instructors[person]?.name ?? ''
  const field = pointsField(scale, `${name} ${meeting.indicators[indicator]?.name ?? ''}`, value => {
    form.mark(person, indicator, value)
    events.changed()
  })
  return { node: field.node, update: () => field.show(form.valueAt(person, indicator)) }
}
