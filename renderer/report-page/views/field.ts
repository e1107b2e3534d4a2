import { element } from '#renderer/small-page/dom.ts'
import type { AnswerCells } from '#shared/domain/report/answer-cells.ts'

/** What a card's fields begin with. */
export type FieldParts = {
  /** Begins the ids of its inputs. */
  readonly id: string
  readonly open: boolean
  readonly cells: AnswerCells
  readonly set: (cell: string, text: string) => void
}

export type CardFields = {
  readonly node: HTMLElement
  /** What is wrong with a cell; '' where nothing is. */
  readonly tell: (cell: string, words: string) => void
  /** The sum of the scores as it is printed; '' where there is none. Shows it, too. */
  readonly total: (cells: AnswerCells) => string
  readonly focus: (cell: string) => void
}

type FieldLook = {
  readonly label: string
  readonly hint?: string
  readonly kind: 'figure' | 'words' | 'long' | { readonly choices: readonly string[]; readonly none: string }
}

export type Fields = {
  readonly add: (cell: string, look: FieldLook) => HTMLElement
  readonly tell: CardFields['tell']
  readonly focus: CardFields['focus']
}

/** Makes the labelled inputs of one card. */
export function fieldsOf({ id, open, cells, set }: FieldParts): Fields {
  const inputs = new Map<string, { readonly input: HTMLElement; readonly error: HTMLElement }>()
  return {
    add: (cell, { label, hint = '', kind }) => {
      const name = `${id}-${cell.replace(':', '-')}`
      const common = { id: name, 'data-cell': cell, 'aria-describedby': `${name}-error` }
      const value = cells[cell] ?? ''
      const input = inputOf(kind, common, value)
      if (open) input.addEventListener('input', () => set(cell, input.value))
      else input.setAttribute(kind === 'figure' || kind === 'words' || kind === 'long' ? 'readonly' : 'disabled', '')
      const error = element('span', { class: 'error', id: `${name}-error` })
      inputs.set(cell, { input, error })
      const caption = element('label', { for: name }, label, hint === '' ? null : element('small', {}, hint))
      const wide = kind === 'words' || kind === 'long'
      return element('div', { class: wide ? 'field wide' : 'field' }, caption, input, error)
    },
    tell: (cell, words) => {
      const field = inputs.get(cell)
      if (!field) return
      if (field.error.textContent !== words) field.error.textContent = words
      field.input.setAttribute('aria-invalid', String(words !== ''))
    },
    focus: cell => inputs.get(cell)?.input.focus(),
  }
}

function inputOf(kind: FieldLook['kind'], common: Readonly<Record<string, string>>, value: string) {
  if (typeof kind === 'object') {
    const choices = kind.choices.map(choice => element('option', { value: choice, selected: choice === value }, choice))
    return element('select', common, element('option', { value: '' }, kind.none), ...choices)
  }
  if (kind === 'figure') {
    const input = element('input', {
      ...common,
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      maxlength: '40',
    })
    input.value = value
    return input
  }
  const area = element('textarea', { ...common, rows: kind === 'long' ? '12' : '2', maxlength: '20000' })
  area.value = value
  return area
}
