import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import type { Decision } from '#shared/domain/decision/decision.ts'
import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'

// The rows of today's schema. A record is kept whole and untouched, so that what was imported comes back to the letter;
// `position` keeps the file's order. Never a ballot: a meeting holds counts only (DESIGN.md, "Where data lives").

export type YearRow = {
  readonly year: number
  readonly title: string
  readonly organiser: string
  /** Loaded as the sample (示例年度), not a real year. */
  readonly sample: boolean
  /** When the year came in, as ISO 8601. */
  readonly importedAt: string
}

export type SchemeRow = { readonly year: number; readonly scheme: Scheme }

type Positioned<T> = { readonly year: number; readonly position: number; readonly record: T }

export type InstructorRow = Positioned<Instructor>
export type SelfRow = Positioned<SelfAssessment>
export type MeetingRow = Positioned<Meeting>
export type RatingRow = Positioned<Rating>
export type DecisionRow = Positioned<Decision>
