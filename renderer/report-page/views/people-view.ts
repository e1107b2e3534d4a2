import { element } from '#renderer/small-page/dom.ts'
import { REPORT_PAGE } from '#renderer/strings/report-page.ts'
import { type AnswerCells, type Answers, cellsOf } from '#shared/domain/report/answer-cells.ts'
import { isPersonDone, isStillMissing, reportCellFault, reportCellIds } from '#shared/domain/report/report-cells.ts'
import type { ReportForm, ReportPerson } from '#shared/domain/report/report-form.ts'
import { formFaultWords } from '#shared/domain/self/form/form-fault-words.ts'
import type { CardFields } from './field.ts'
import { filesField, type SendFiles } from './files-field.ts'
import { ratingFields } from './rating-fields.ts'
import { selfFields } from './self-fields.ts'

export type PeopleView = {
  readonly node: HTMLElement
  /** Shows everything that is wrong or missing, and goes to one place. */
  readonly showFaults: (person?: ReportPerson, cell?: string) => void
}

type Typed = (person: ReportPerson, cell: string, text: string) => void

/** All people of a form, each in a card; a union's cards are folded but the first one that is not done. */
export function peopleView(
  form: ReportForm,
  answers: Answers,
  { open, typed, sendFiles }: Pick<CardOptions, 'open' | 'typed' | 'sendFiles'>,
): PeopleView {
  const first = form.people.findIndex(person => !isPersonDone(form, person, cellsOf(answers, person)))
  const cards = form.people.map((person, index) =>
    personCard(form, person, index, cellsOf(answers, person), {
      open,
      unfolded: index === Math.max(first, 0),
      typed,
      sendFiles,
    }),
  )
  const goTo = (index: number) => {
    const card = cards[index]
    if (!card) return
    card.unfold(true)
    window.scrollTo(0, card.node.getBoundingClientRect().top + window.pageYOffset - HEAD)
  }
  cards.forEach((card, index) => {
    card.onNext(index + 1 < cards.length ? () => goTo(index + 1) : null)
  })
  return {
    node: element('div', { class: 'people' }, ...cards.map(card => card.node)),
    showFaults: (person, cell) => {
      for (const card of cards) card.try()
      const index = form.people.findIndex(each => each.id === person?.id)
      if (index < 0) return
      goTo(index)
      if (cell !== undefined) cards[index]?.focus(cell)
    },
  }
}

/** What of the page the head covers. */
const HEAD = 130

type CardOptions = {
  readonly open: boolean
  readonly unfolded: boolean
  readonly typed: Typed
  readonly sendFiles: SendFiles
}

function personCard(
  form: ReportForm,
  person: ReportPerson,
  index: number,
  first: AnswerCells,
  { open, unfolded, typed, sendFiles }: CardOptions,
) {
  let cells = first
  let tried = false
  const state = element('span', { class: 'state' })
  const about = [person.unit, person.posting].filter(Boolean).join(' · ')
  const head = element(
    'button',
    { type: 'button', class: 'person', 'aria-expanded': String(unfolded) },
    element('span', { class: 'number' }, String(index + 1)),
    element('span', { class: 'name' }, person.name),
    element('span', { class: 'unit' }, about),
    state,
  )
  const set = (cell: string, text: string) => {
    const { [cell]: _, ...others } = cells
    cells = text === '' ? others : { ...others, [cell]: text }
    show()
    typed(person, cell, text)
  }
  const parts = { id: `p${index}`, open, cells, set }
  const fields: CardFields = form.kind === 'rating' ? ratingFields(form, person, parts) : selfFields(form, parts)
  const next = element('button', { type: 'button', class: 'second next', hidden: true }, REPORT_PAGE.next)
  const files = filesField({ ...parts, kind: form.kind, send: sendFiles })
  const body = element('div', { class: 'fields', hidden: !unfolded }, fields.node, files, next)
  const show = () => {
    let wrong = 0
    for (const id of reportCellIds(form, person)) {
      const fault = reportCellFault(form, person, id, cells)
      if (fault && !isStillMissing(fault)) wrong += 1
      fields.tell(id, fault && (tried || !isStillMissing(fault)) ? formFaultWords(fault) : '')
    }
    const total = fields.total(cells)
    const done = isPersonDone(form, person, cells)
    const kind = wrong > 0 ? 'wrong' : done ? 'done' : Object.keys(cells).length > 0 ? 'partly' : 'none'
    state.textContent = done && total !== '' && form.kind === 'rating' ? total : REPORT_PAGE.person[kind]
    state.className = `state ${kind}`
  }
  const unfold = (shown: boolean) => {
    body.hidden = !shown
    head.setAttribute('aria-expanded', String(shown))
    if (shown) return
    // Who is left is looked at as a whole.
    tried = Object.keys(cells).length > 0
    show()
  }
  head.addEventListener('click', () => unfold(body.hidden === true))
  show()
  const single = form.people.length === 1
  return {
    node: element('section', { class: single ? 'card single' : 'card', 'data-person': person.id }, head, body),
    unfold,
    onNext: (go: (() => void) | null) => {
      next.hidden = !go || !open
      if (go)
        next.addEventListener('click', () => {
          unfold(false)
          go()
        })
    },
    try: () => {
      tried = true
      show()
    },
    focus: fields.focus,
  }
}
