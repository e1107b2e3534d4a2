/** Where something lies in a form: the keys that lead to it. */
export type Place = readonly string[]

export type ThreeWay<Value> = {
  readonly value: Value
  /** What was taken over from the other side. */
  readonly taken: readonly Place[]
  /** What both changed, and to different things: one's own stays. */
  readonly clashes: readonly { readonly place: Place; readonly theirs: unknown }[]
}

type Fields = Readonly<Record<string, unknown>>

/**
 * What a form says after its record was changed elsewhere: what one did not touch is as it stands now, what one did touch
 * stays as typed. Lists count as one thing.
 */
export function threeWay<Value extends object>(began: Value, mine: Value, theirs: Value): ThreeWay<Value> {
  const taken: Place[] = []
  const clashes: { readonly place: Place; readonly theirs: unknown }[] = []
  const merge = (place: Place, from: unknown, own: unknown, other: unknown): unknown => {
    if (isSame(own, other) || isSame(other, from)) return own
    if (isSame(own, from)) {
      taken.push(place)
      return other
    }
    if (isFields(from) && isFields(own) && isFields(other)) return mergeFields(place, from, own, other)
    clashes.push({ place, theirs: other })
    return own
  }
  const mergeFields = (place: Place, from: Fields, own: Fields, other: Fields): Fields => {
    const keys = new Set([...Object.keys(own), ...Object.keys(other)])
    const entries = [...keys].map(key => [key, merge([...place, key], from[key], own[key], other[key])] as const)
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  // Made of the fields of three values of one type.
  return { value: mergeFields([], began as Fields, mine as Fields, theirs as Fields) as Value, taken, clashes }
}

/** An empty text says as much as none at all. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? '') === JSON.stringify(b ?? '')
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
