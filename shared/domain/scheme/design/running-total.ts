import { HUNDRED, rational, sum } from '#shared/lib/rational.ts'

/** How a list of weights or points stands against 100. Decimals as text. */
export type RunningTotal = {
  readonly total: string
  /** How far it is from 100, without a sign; `0` when it is there. */
  readonly difference: string
  readonly state: 'short' | 'whole' | 'over'
}

const DECIMAL = /^-?[0-9]{1,20}(\.[0-9]{1,18})?$/

/** The exact sum of what can be read so far: what is half typed counts as 0 until it is a number. */
export function runningTotal(values: readonly string[]): RunningTotal {
  const total = sum(values.filter(value => DECIMAL.test(value)).map(value => rational(value)))
  const order = total.compare(HUNDRED)
  const difference = order < 0 ? HUNDRED.sub(total) : total.sub(HUNDRED)
  return {
    total: total.toString(),
    difference: difference.toString(),
    state: order < 0 ? 'short' : order > 0 ? 'over' : 'whole',
  }
}
