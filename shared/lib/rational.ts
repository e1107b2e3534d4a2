/** What an operation takes for a rational; a number must be whole. */
type Value = Rational | string | number | bigint

type Big = { readonly top: bigint; readonly bottom: bigint }

// A denominator is reduced only from here on: to reduce costs more than the operation, and scores stay exact without it.
const SHORT = 2 ** 16
const MOST_SHORT_WORD = 2 ** 31 - 1
const LONG = 2n ** 1024n

// What is printed has two places nearly always.
const POWERS = Array.from({ length: 10 }, (_, exponent) => 10 ** exponent)
const TWO_PLACES = Array.from({ length: 100 }, (_, rest) => `.${String(rest).padStart(2, '0')}`)

// A year says the same few decimals (weights, points, lines) tens of thousands of times.
const decimals = new Map<string, Rational>()
const MOST_DECIMALS = 4096

/**
 * An exact rational number. Every score travels as one; a float never touches a score.
 *
 * Scores are small fractions (`1180 ÷ 13`): they are kept as two whole numbers, and an operation all of whose steps stay
 * below 2^53 is exact in them. Every other operation is done in BigInts, exact at any size and many times slower.
 */
export class Rational {
  // Not always in lowest terms, the sign in `top`; NaN where only `big` holds the value, so that no step from there seems exact.
  private readonly top: number
  private readonly bottom: number
  private readonly big: Big | null

  private constructor(top: number, bottom: number, big: Big | null) {
    this.top = top
    this.bottom = bottom
    this.big = big
  }

  /** See `rational`. */
  static of(value: Value): Rational {
    if (value instanceof Rational) return value
    if (typeof value === 'bigint')
      return isExact(Number(value)) ? new Rational(Number(value), 1, null) : Rational.ofBig(value, 1n)
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
      return new Rational(value, 1, null)
    }
    const known = decimals.get(value)
    if (known) return known
    const read = Rational.ofDecimal(value)
    if (decimals.size >= MOST_DECIMALS) decimals.clear()
    decimals.set(value, read)
    return read
  }

  /** See `fraction`. */
  static ofFraction(top: number, bottom: number): Rational {
    if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom) || bottom <= 0)
      throw new RangeError(`not a fraction of whole numbers: ${top}/${bottom}`)
    return Rational.ofNumbers(top, bottom)
  }

  private static ofDecimal(text: string): Rational {
    const [, whole, places = ''] = /^(-?[0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? []
    if (whole === undefined) throw new RangeError(`not a decimal: ${text}`)
    const digits = whole + places
    return digits.length <= 15
      ? Rational.ofNumbers(Number(digits), 10 ** places.length)
      : Rational.ofBig(BigInt(digits), 10n ** BigInt(places.length))
  }

  private static ofNumbers(top: number, bottom: number): Rational {
    if (bottom < SHORT) return new Rational(top, bottom, null)
    const divisor = gcd(Math.abs(top), bottom)
    return new Rational(top / divisor, bottom / divisor, null)
  }

  private static ofBig(top: bigint, bottom: bigint): Rational {
    return new Rational(Number.NaN, Number.NaN, bottom < LONG ? { top, bottom } : reduced({ top, bottom }))
  }

  private asBig(): Big {
    return this.big ?? { top: BigInt(this.top), bottom: BigInt(this.bottom) }
  }

  /** The numerator in lowest terms, with the sign. */
  get n(): bigint {
    return reduced(this.asBig()).top
  }

  /** The denominator in lowest terms, above 0. */
  get d(): bigint {
    return reduced(this.asBig()).bottom
  }

  add(value: Value): Rational {
    const other = Rational.of(value)
    // Over the smallest bottom that both go into: unlike fractions that meet again and again then stay short.
    const shared = commonOf(this.bottom, other.bottom)
    const left = this.top * (other.bottom / shared)
    const right = other.top * (this.bottom / shared)
    const bottom = this.bottom * (other.bottom / shared)
    if (isExact(Math.abs(left) + Math.abs(right)) && isExact(bottom)) return new Rational(left + right, bottom, null)
    const [a, b] = [this.asBig(), other.asBig()]
    return Rational.ofBig(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
  }

  sub(value: Value): Rational {
    return this.add(Rational.of(value).mul(-1))
  }

  mul(value: Value): Rational {
    const other = Rational.of(value)
    const top = this.top * other.top
    const bottom = this.bottom * other.bottom
    if (isExact(top) && isExact(bottom)) return Rational.ofNumbers(top, bottom)
    const [a, b] = [this.asBig(), other.asBig()]
    return Rational.ofBig(a.top * b.top, a.bottom * b.bottom)
  }

  /** Throws a RangeError on a division by 0: the mean of nothing is null, never a number. */
  div(value: Value): Rational {
    const other = Rational.of(value)
    const sign = other.compare(0)
    if (sign === 0) throw new RangeError('division by zero')
    const top = this.top * other.bottom * sign
    const bottom = other.top * this.bottom * sign
    if (isExact(top) && isExact(bottom)) return Rational.ofNumbers(top, bottom)
    const [a, b] = [this.asBig(), other.asBig()]
    return Rational.ofBig(a.top * b.bottom * BigInt(sign), b.top * a.bottom * BigInt(sign))
  }

  /** The largest whole number that is not above the value. */
  floor(): Rational {
    if (this.big) {
      const { top, bottom } = this.big
      return Rational.ofBig((top - (((top % bottom) + bottom) % bottom)) / bottom, 1n)
    }
    // A remainder is exact where a quotient may round.
    const rest = this.top % this.bottom
    return new Rational((this.top - (rest < 0 ? rest + this.bottom : rest)) / this.bottom, 1, null)
  }

  /** See `roundHalfUp`. */
  rounded(decimals: number): string {
    const scale = POWERS[decimals] ?? 10 ** decimals
    // Twice over twice: a half is whole there.
    const bottom = 2 * this.bottom
    const top = 2 * this.top * scale + this.bottom
    // A quotient of 32-bit numbers is one instruction.
    if (this.top >= 0 && top <= MOST_SHORT_WORD && bottom <= MOST_SHORT_WORD)
      return decimalText(((top | 0) / (bottom | 0)) | 0, decimals)
    if (isExact(2 * Math.abs(this.top) * scale + this.bottom) && isExact(bottom)) {
      const rest = top % bottom
      return decimalText((top - (rest < 0 ? rest + bottom : rest)) / bottom, decimals)
    }
    const big = this.asBig()
    const twice = 2n * big.bottom
    const units = 2n * big.top * 10n ** BigInt(decimals) + big.bottom
    return decimalText((units - (((units % twice) + twice) % twice)) / twice, decimals)
  }

  /** −1 below, 0 equal, 1 above. */
  compare(value: Value): -1 | 0 | 1 {
    const other = Rational.of(value)
    const left = this.top * other.bottom
    const right = other.top * this.bottom
    if (isExact(left) && isExact(right)) return left < right ? -1 : left > right ? 1 : 0
    const [a, b] = [this.asBig(), other.asBig()]
    const difference = a.top * b.bottom - b.top * a.bottom
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  equals(value: Value): boolean {
    return this.compare(value) === 0
  }

  lt(value: Value): boolean {
    return this.compare(value) < 0
  }

  lte(value: Value): boolean {
    return this.compare(value) <= 0
  }

  gt(value: Value): boolean {
    return this.compare(value) > 0
  }

  gte(value: Value): boolean {
    return this.compare(value) >= 0
  }

  /** The exact decimal where there is one (`99.5`), otherwise the fraction (`100/3`). */
  toString(): string {
    const { top, bottom } = reduced(this.asBig())
    let places = 0
    while (10n ** BigInt(places) % bottom !== 0n && places < 1100) places++
    const scale = 10n ** BigInt(places)
    return scale % bottom === 0n ? decimalText(top * (scale / bottom), places) : `${top}/${bottom}`
  }
}

/** Whether a result of whole numbers is exact: rounding never brings one beyond 2^53 below it. False for NaN. */
function isExact(result: number): boolean {
  return Math.abs(result) <= Number.MAX_SAFE_INTEGER
}

/** The greatest common divisor, but 1 where finding it costs more than it saves; NaN of a NaN. */
function commonOf(a: number, b: number): number {
  if (a === b) return a
  return a * b < SHORT ? 1 : gcd(a, b)
}

function gcd(a: number, b: number): number {
  let [larger, smaller] = [a, b]
  while (smaller > MOST_SHORT_WORD) [larger, smaller] = [smaller, larger % smaller]
  if (smaller === 0) return larger
  // A remainder of 32-bit numbers is one instruction, any other a call.
  let [divisor, rest] = [smaller | 0, (larger % smaller) | 0]
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest]
  return divisor
}

function reduced({ top, bottom }: Big): Big {
  let [divisor, rest] = [top < 0n ? -top : top, bottom]
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
  return { top: top / divisor, bottom: bottom / divisor }
}

/** `units ÷ 10^places` in digits. */
function decimalText(units: bigint | number, places: number): string {
  const sign = units < 0 ? '-' : ''
  const size = units < 0 ? -units : units
  if (places === 0) return `${sign}${size}`
  if (places === 2 && typeof size === 'number') {
    const rest = size % 100
    return `${sign}${(size - rest) / 100}${TWO_PLACES[rest]}`
  }
  // The two halves are small numbers, whose digits are at hand: the whole one's would have to be written and cut each time.
  const [whole, rest] =
    typeof size === 'number' ? halves(size, 10 ** places) : [size / 10n ** BigInt(places), size % 10n ** BigInt(places)]
  return `${sign}${whole}.${String(rest).padStart(places, '0')}`
}

function halves(units: number, scale: number): readonly [number, number] {
  const rest = units % scale
  return [(units - rest) / scale, rest]
}

/**
 * The exact value of a decimal string (`-?[0-9]+(\.[0-9]+)?`) or of a whole number. Throws a RangeError on any other
 * string, and on a number that is not whole: it would be a float on its way to a score.
 */
export function rational(value: string | number | bigint): Rational {
  return Rational.of(value)
}

/** `top ÷ bottom`, both whole and `bottom` above 0; a RangeError otherwise. */
export function fraction(top: number, bottom: number): Rational {
  return Rational.ofFraction(top, bottom)
}

export const ZERO: Rational = rational(0)
export const HUNDRED: Rational = rational(100)

/** The exact sum; 0 of nothing. */
export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO
  for (const value of values) total = total.add(value)
  return total
}

/** `value` held within `low` and `high`. */
export function clamp(value: Rational, low: Rational, high: Rational): Rational {
  return value.lt(low) ? low : value.gt(high) ? high : value
}

/**
 * The value as printed: `decimals` places (0 or more), rounded once, half up (towards +∞), e.g. 89.995 → `90.00`.
 * Source: SCORING.md, "what is printed is rounded once, half up".
 */
export function roundHalfUp(value: Rational, decimals: number): string {
  return value.rounded(decimals)
}

/**
 * A weight as printed: two decimals, half up, trailing zeros dropped (`10`, `37.5`, `16.67`).
 * Source: SCORING.md rule 5.
 */
export function weightText(value: Rational): string {
  return roundHalfUp(value, 2).replace(/\.?0+$/, '')
}
