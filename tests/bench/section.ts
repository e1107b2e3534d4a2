import type { Rounds } from './rounds.ts'

/** What one part of the bench found. */
export type Section = {
  readonly title: string
  /** Milliseconds for one unit of work, by contender. */
  readonly rounds: Rounds
  /** How many times better we are; larger is better. */
  readonly ratios: Readonly<Record<string, number>>
  /** Memory, growth and the like, as plain figures. */
  readonly notes: Readonly<Record<string, number>>
}
