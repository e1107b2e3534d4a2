/**
 * What the notices say that is no result: days, places, people. Everything may be left out and is then a line to fill in
 * by hand. Dates are ISO.
 */
export type NoticeFacts = {
  /** The public notice: from, to. At least five working days (人社部发〔2023〕6号). */
  readonly publicFrom?: string | undefined
  readonly publicTo?: string | undefined
  /** How many working days that is, both days counted. */
  readonly publicDays?: number | undefined
  /** The day on which the results are served. */
  readonly served?: string | undefined
  /** Where to object or ask for a review, and how to reach it. */
  readonly office?: string | undefined
  readonly phone?: string | undefined
  readonly address?: string | undefined
  /** The day on which each notice is issued. */
  readonly issued?: string | undefined
  /** What was objected during the public notice, and what came of it. */
  readonly objections?: readonly ObjectionFact[] | undefined
}

export type ObjectionFact = {
  readonly date: string
  readonly about: string
  readonly content: string
  readonly outcome: string
}
