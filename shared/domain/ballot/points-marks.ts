import type { PointsScale } from '#shared/domain/scheme/scheme.ts'
import { canonicalDecimal } from '#shared/lib/canonical-decimal.ts'
import { type Fault, fault } from '#shared/lib/fault.ts'
import { decimal } from '#shared/lib/fields.ts'
import { rational } from '#shared/lib/rational.ts'

/**
 * Faults of one row's keys on a points scale at `path`: not a decimal, outside the scale, or the same number twice
 * (`95.5` and `95.50`). A number off the scale's step stands: the step is for whoever marks, and SCORING.md's own
 * example counts 95.5 on a scale of step 1. Source: SCORING.md.
 */
export function checkPointsMarks(marks: Readonly<Record<string, number>>, scale: PointsScale, path: string): Fault[] {
  const faults: Fault[] = []
  const seen = new Map<string, string>()
  for (const key of Object.keys(marks)) {
    const place = `${path}.${key}`
    if (!decimal.safeParse(key).success) {
      faults.push(fault(place, 'not-a-decimal', { value: key }))
      continue
    }
    const value = rational(key)
    const canonical = canonicalDecimal(key)
    const first = seen.get(canonical)
    if (first !== undefined) faults.push(fault(place, 'duplicate', { value: key, first: `${path}.${first}` }))
    seen.set(canonical, key)
    if (value.lt(scale.min)) faults.push(fault(place, 'below-minimum', { value: key, minimum: scale.min }))
    else if (value.gt(scale.max)) faults.push(fault(place, 'above-maximum', { value: key, maximum: scale.max }))
  }
  return faults
}
