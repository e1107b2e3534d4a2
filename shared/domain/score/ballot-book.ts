import { combineTallies, mergedGroups } from '#shared/domain/ballot/combine-tallies.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { type BallotComponent, ballotComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import type { BallotScore } from './annual-score.ts'
import { ballotScore } from './component-scores.ts'
import { type BallotNumbers, ballotNumbers } from './rates.ts'

/** One ballot component's counts of all meetings, by person. */
export type BallotBook = {
  readonly component: BallotComponent
  /** The person's score; `component` as the person's own scheme weighs it. */
  readonly score: (component: BallotComponent, instructor: string) => BallotScore
  readonly numbers: (instructor: string) => BallotNumbers
}

// Meetings and schemes are never changed in place. An edit anywhere else in the year leaves both as they are, and what was
// counted once needs no counting again: it is the bulk of a large year's score.
const known = new WeakMap<readonly Meeting[], { readonly scheme: Scheme; readonly books: readonly BallotBook[] }>()

/** The books of a scheme's ballot components, in its order; the same objects for the same meetings and scheme. */
export function ballotBooks(meetings: readonly Meeting[], scheme: Scheme): readonly BallotBook[] {
  const before = known.get(meetings)
  if (before?.scheme === scheme) return before.books
  const books = ballotComponents(scheme).map(component => openBook(meetings, scheme, component))
  known.set(meetings, { scheme, books })
  return books
}

function openBook(meetings: readonly Meeting[], scheme: Scheme, main: BallotComponent): BallotBook {
  const rows = combineTallies(meetings, scheme, main)
  const merged = mergedGroups(meetings, scheme, main)
  const scores = new Map<string, BallotScore>()
  return {
    component: main,
    score: (component, instructor) => {
      const before = scores.get(instructor)
      if (before?.component === component) return before
      const score = ballotScore(component, rows.get(instructor), merged)
      scores.set(instructor, score)
      return score
    },
    numbers: ballotNumbers(meetings, scheme, main),
  }
}
