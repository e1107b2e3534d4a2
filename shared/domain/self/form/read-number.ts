import { cellText, isBlank } from '#shared/domain/roster/registration/cell-text.ts'
import type { Cell } from '#shared/domain/roster/registration/grid.ts'
import { holdsIdentityNumber } from '#shared/domain/roster/registration/identity-number.ts'
import { words } from '#shared/domain/roster/registration/tidy.ts'
import { canonicalDecimal } from '#shared/lib/canonical-decimal.ts'
import { rational } from '#shared/lib/rational.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { typedNumber } from '#shared/lib/typed-number.ts'
import { type FormFault, formFault } from './form-fault.ts'

const PLAIN = /^-?\d{1,18}(\.\d{1,20})?$/
/** The most characters of a cell's words (an evaluation's own limit). */
const MOST_CHARACTERS = 20_000

/**
 * A cell as an exact decimal, '' where blank. Excel keeps 15 digits: what a formula leaves behind them (0.1 + 0.2) goes.
 * A formula over empty cells gives 0, which nobody scored: it is a fault.
 */
export function readNumber(cell: Cell | null | undefined): Result<string, FormFault> {
  if (!cell || isBlank(cell)) return success('')
  if (cell.kind === 'error') return failure(formFault('formula-error', { value: cell.text }))
  if (cell.kind === 'uncomputed' || (cell.kind === 'number' && cell.formula && cell.value === 0))
    return failure(formFault('formula-without-value'))
  if (cell.kind === 'date') return failure(formFault('not-a-number', { value: cell.day }))
  return plainNumber(cell.kind === 'number' ? String(Number(cell.value.toPrecision(15))) : cellText(cell))
}

/** Text as an exact decimal (18 digits, 20 places at most), '' where blank or 无. */
export function plainNumber(text: string): Result<string, FormFault> {
  const plain = typedNumber(text)
  if (plain === '' || plain === '无') return success('')
  return PLAIN.test(plain) ? success(canonicalDecimal(plain)) : failure(formFault('not-a-number', { value: text }))
}

/** A cell's words, '' where blank; a figure keeps all its digits. Identity numbers are refused (PROMISES.md). */
export function readWords(cell: Cell | null | undefined): Result<string, FormFault> {
  if (!cell) return success('')
  if (cell.kind === 'error') return failure(formFault('formula-error', { value: cell.text }))
  if (cell.kind === 'uncomputed') return failure(formFault('formula-without-value'))
  const text = words(cellText(cell))
  if (holdsIdentityNumber(text)) return failure(formFault('identity-number'))
  return text.length > MOST_CHARACTERS ? failure(formFault('too-long', { maximum: MOST_CHARACTERS })) : success(text)
}

/** Why a plain decimal is no score out of `maximum` (0 to `maximum`, both included); null: it is one. */
export function pointsFault(value: string, maximum: string): FormFault | null {
  if (rational(value).lt(0)) return formFault('below-minimum', { value, minimum: 0 })
  return rational(value).gt(maximum) ? formFault('above-maximum', { value, maximum }) : null
}

/** Why a plain decimal is no whole number from `minimum` to `maximum`; null: it is one. */
export function countFault(value: string, minimum: number, maximum: number): FormFault | null {
  if (value.includes('.')) return formFault('not-whole', { value })
  const inside = !rational(value).lt(minimum) && !rational(value).gt(maximum)
  return inside ? null : formFault('out-of-range', { value, minimum, maximum })
}
