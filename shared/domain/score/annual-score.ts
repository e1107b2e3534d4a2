import type { Row } from '#shared/domain/ballot/combine-tallies.ts'
import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type {
  BallotComponent,
  Grade,
  PointsIndicator,
  RatingComponent,
  SelfComponent,
  VoterGroup,
} from '#shared/domain/scheme/scheme.ts'
import type { Variant } from '#shared/domain/scheme/variant.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import type { Rational } from '#shared/lib/rational.ts'

// The whole computation as values: every figure that a screen, a sheet or a file shows is read from here.
// `weight` is the one used after renormalising, in percent; both `weight` and `score` are null for what is missing.

/** One indicator of a ballot in one group: `score = points ÷ counted` of the marks that have points, after trimming. */
export type IndicatorScore = {
  readonly indicator: BallotComponent['indicators'][number]
  readonly row: Row
  /** How many marks count, and the sum of their points. */
  readonly counted: number
  readonly points: Rational
  /** What trimming took away, as canonical numbers, lowest first. */
  readonly dropped: readonly string[]
  readonly weight: Rational | null
  readonly score: Rational | null
}

export type GroupScore = {
  readonly group: VoterGroup
  readonly weight: Rational | null
  readonly score: Rational | null
  /** Marks + abstentions + invalid rows of the first indicator (rule 11). */
  readonly ballots: number
  /** Its ballots were counted into another group: it has no score of its own, and nothing is missing. */
  readonly merged: boolean
  readonly indicators: readonly IndicatorScore[]
}

export type SourceScore = {
  readonly source: RatingComponent['sources'][number]
  /** Whether this source must rate the person. */
  readonly required: boolean
  readonly weight: Rational | null
  readonly score: Rational | null
  readonly ratings: readonly { readonly rating: Rating; readonly score: Rational | null }[]
}

type Scored = { readonly weight: Rational | null; readonly score: Rational | null }

export type SelfScore = Scored & {
  readonly kind: 'self'
  readonly component: SelfComponent
  readonly record: SelfAssessment | null
  readonly indicators: readonly PointsIndicator[]
}
export type BallotScore = Scored & {
  readonly kind: 'ballot'
  readonly component: BallotComponent
  readonly groups: readonly GroupScore[]
}
export type RatingScore = Scored & {
  readonly kind: 'rating'
  readonly component: RatingComponent
  readonly sources: readonly SourceScore[]
}
export type ComponentScore = SelfScore | BallotScore | RatingScore

export type RateCategory = {
  /** An option's id, `abstain` or `void`. */
  readonly id: string
  readonly label: string
  readonly count: number
  /** Tenths of a percent; all categories total 1000. */
  readonly tenths: number
}
export type Rates = { readonly denominator: number; readonly categories: readonly RateCategory[] }

/** The rules of SCORING.md rule 9, in its order. */
export const FLAGS = [
  'under-half-year',
  'leave-over-half-year',
  'under-investigation',
  'unjustified-absence',
  'veto',
  'low-satisfaction',
  'one-third-low',
  'two-years-basic',
  'two-years-lowest',
] as const
export type Flag = (typeof FLAGS)[number]

export type Suggestion = 'award' | 'renew' | 'improve' | 'adjust' | 'admonish' | 'dismiss'

/** Marks with points, and how many of them are satisfied, over all groups and indicators of the scales that say so. */
export type Satisfaction = { readonly satisfied: number; readonly marks: number }

/** One person's year. */
export type AnnualScore = {
  readonly instructor: Instructor
  /** The district's variant that the components below are scored by; null: the main scheme. */
  readonly variant: Variant | null
  readonly components: readonly ComponentScore[]
  readonly bonus: Rational
  readonly penalty: Rational
  /** Exact, 0 to 100; null where blocked. */
  readonly total: Rational | null
  /** The total as people see it, two decimals half up: what grade, rank and quota are decided on. */
  readonly printedTotal: string | null
  readonly rank: number | null
  readonly proposed: Grade | null
  readonly suggestion: readonly Suggestion[]
  readonly rates: Rates | null
  readonly satisfaction: Satisfaction | null
  readonly flags: readonly Flag[]
  /** `missing:self`, `empty-group:B`, `empty-source:industry`, `over-quota`, `tie-at-quota`. */
  readonly notes: readonly string[]
  /** `component:part` entries, then whole components. */
  readonly blocked: readonly string[]
}

/** The places at the top grade of one pool; the lists hold instructor ids in the roster's order. */
export type QuotaPool = {
  readonly pool: string
  readonly base: number
  readonly places: number
  readonly within: readonly string[]
  readonly tied: readonly string[]
  readonly over: readonly string[]
}

/** The whole year, people in the roster's order. */
export type YearScore = {
  readonly year: number
  readonly quota: readonly QuotaPool[]
  readonly people: readonly AnnualScore[]
}
