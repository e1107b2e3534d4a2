import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import type { Decision } from '#shared/domain/decision/decision.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
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
  /** One random stamp per key of the evaluation, a new one whenever that key's rows change: who has read them need not again. */
  readonly stamps: Readonly<Record<string, string>>
}

/** A key of the evaluation that is no list: the scheme, and what else a year holds once. */
export type PartRow = { readonly year: number; readonly key: string; readonly value: unknown }

type Positioned<T> = { readonly year: number; readonly position: number; readonly record: T }

export type InstructorRow = Positioned<Instructor>
export type SelfRow = Positioned<SelfAssessment>
export type MeetingRow = Positioned<Meeting>
export type RatingRow = Positioned<Rating>
export type DecisionRow = Positioned<Decision>

/** One act in the operations log (操作记录): who did what and when; never anything of a ballot. */
export type OperationRow = {
  /** Given by the database, ascending. */
  readonly sequence: number
  readonly year: number
  /** ISO 8601. */
  readonly at: string
  readonly by: string
  /** In Chinese, as it is shown. */
  readonly what: string
  /** What was there before, for undoing; null once it was undone or is too old. */
  readonly before: readonly KeyBefore[] | null
  readonly undone: boolean
}

/** One key of the evaluation before an act: a list's changed records by position, or the whole value of another key. */
export type KeyBefore =
  | {
      readonly key: string
      readonly length: number
      readonly records: readonly { readonly position: number; readonly record: unknown }[]
    }
  | { readonly key: string; readonly value: unknown }

/** What a form holds that is not saved yet: it survives a closed window. */
export type DraftRow = {
  readonly year: number
  readonly key: string
  readonly value: unknown
  /** ISO 8601. */
  readonly at: string
}

/** A year that was removed or replaced, kept whole until it is cleared out. */
export type RemovedRow = {
  /** Given by the database. */
  readonly id: number
  readonly year: number
  /** ISO 8601. */
  readonly at: string
  readonly sample: boolean
  readonly evaluation: Evaluation
}

/** A setting of this computer's app. */
export type SettingRow = { readonly key: string; readonly value: unknown }
