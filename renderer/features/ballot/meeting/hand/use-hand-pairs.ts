import { useSyncExternalStore } from 'react'
import { EMPTY_SHEET, type HandPair } from './hand-sheets.ts'

// Two counters' totals wait here, in this window's memory, until the box is opened: a group's paper ballots may be fewer than
// may ever be stored as a count, and a browser's tables keep what was deleted from them. A reload forgets them; the paper stays.

const pairs = new Map<string, HandPair>()
const listeners = new Set<() => void>()
let version = 0

const EMPTY: HandPair = [EMPTY_SHEET, EMPTY_SHEET]

export type HandPairs = {
  readonly pairOf: (group: string) => HandPair
  readonly setPair: (group: string, pair: HandPair) => void
  /** The meeting is counted: nothing is left. */
  readonly forget: () => void
}

/** The called-out totals of one meeting, the same on all of its stages. */
export function useHandPairs(year: number, meeting: string): HandPairs {
  useSyncExternalStore(subscribe, () => version)
  const prefix = `${year}:${meeting}:`
  return {
    pairOf: group => pairs.get(prefix + group) ?? EMPTY,
    setPair: (group, pair) => {
      pairs.set(prefix + group, pair)
      tell()
    },
    forget: () => {
      for (const key of [...pairs.keys()]) if (key.startsWith(prefix)) pairs.delete(key)
      tell()
    },
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  version += 1
  for (const listener of listeners) listener()
}
