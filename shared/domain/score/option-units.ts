import type { GradesScale } from '#shared/domain/scheme/scheme.ts'
import { rational } from '#shared/lib/rational.ts'

/** The points of a scale's options as whole numbers over one `divisor`: `12.5` and `80` are 125 and 800 tenths. */
export type OptionUnits = {
  readonly options: readonly { readonly id: string; readonly points: string; readonly units: number }[]
  readonly divisor: number
}

const known = new WeakMap<GradesScale, OptionUnits>()

/**
 * The options of a scale that have points, worked out once for a scale (a scheme never changes; an edit makes another).
 * Points so long that they are no safe whole numbers come as `NaN`, which no sum of them hides.
 */
export function optionUnits(scale: GradesScale): OptionUnits {
  const before = known.get(scale)
  if (before) return before
  const pointed = scale.options.flatMap(({ id, points }) => (points === undefined ? [] : [{ id, points }]))
  const places = Math.max(0, ...pointed.map(({ points }) => points.split('.')[1]?.length ?? 0))
  const divisor = 10 ** places
  const options = pointed.map(({ id, points }) => {
    const units = Number.isSafeInteger(divisor) ? Number(rational(points).mul(divisor).n) : Number.NaN
    return { id, points, units: Number.isSafeInteger(units) ? units : Number.NaN }
  })
  const found = { options, divisor }
  known.set(scale, found)
  return found
}
