import { useEffect, useState } from 'react'
import { FORM } from '#renderer/strings/form.ts'
import { type Place, threeWay } from './three-way.ts'

/** What a form holds: the record that it began from, under `base`, and what is typed. */
type Held = { readonly base: unknown }

type MeanwhileTerms<Value extends Held> = {
  /** undefined while the draft is looked for. */
  readonly value: Value | undefined
  /** The form of the record that `value` began from. */
  readonly began: (value: Value) => Value
  /** The form of the record as it stands now; null where there is none (any more). */
  readonly stands: Value | null
  readonly set: (value: Value) => void
  /** What the user calls a place; null for what is not told. */
  readonly wordsOf: (place: Place) => string | null
  /** How a text reads that is kept as an id. */
  readonly textOf?: (place: Place, text: string) => string
}

/**
 * Keeps an open form on its record while another window changes that: untouched fields follow, typed ones stay, and the
 * next save is one over the record as it stands. Returns what to tell of it, a line each.
 */
export function useMeanwhile<Value extends Held>(terms: MeanwhileTerms<Value>): readonly string[] {
  const { value, began, stands, set, wordsOf, textOf = (_, text) => text } = terms
  const [lines, setLines] = useState<readonly string[]>([])
  const from = value && began(value)
  const moved = from !== undefined && JSON.stringify(from.base) !== JSON.stringify(stands?.base ?? null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each record that another window left
  useEffect(() => {
    if (!moved || !value || !from) return
    if (!stands) {
      set({ ...value, base: null })
      setLines([FORM.meanwhile.gone])
      return
    }
    const { value: merged, taken, clashes } = threeWay(from, value, stands)
    set(merged)
    const names = [...new Set(taken.flatMap(place => wordsOf(place) ?? []))]
    setLines(before => [
      ...new Set([
        ...before,
        ...(names.length > 0 ? [FORM.meanwhile.taken(names)] : []),
        ...clashes.flatMap(({ place, theirs }) => {
          const name = wordsOf(place)
          return name === null
            ? []
            : [FORM.meanwhile.clash(name, typeof theirs === 'string' ? textOf(place, theirs) : null)]
        }),
      ]),
    ])
  }, [moved, JSON.stringify(stands?.base ?? null)])
  return lines
}
