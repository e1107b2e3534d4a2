import { MERGING } from '#renderer/strings/merging.ts'
import type { Merged, Merging } from '#shared/domain/evaluation/merge-unions.ts'
import type { Duty } from '#shared/domain/rating/duties.ts'
import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'

/** One person's line of the preview: the posting and each rating, before and after. */
export type MergeRow = { readonly person: Instructor; readonly posted: string; readonly rated: string }

/** Everybody whom the merger touches, in the roster's order. */
export function mergeRows(merged: Merged, merging: Merging, duties: readonly Duty[]): readonly MergeRow[] {
  const old = new Set(merging.from)
  const own = Map.groupBy(
    duties.filter(duty => duty.source.id === merging.source && old.has(duty.by)),
    duty => duty.instructor,
  )
  const changed = new Set(merged.people)
  const renamed = new Set(merged.renamed)
  const everybody = new Set([...duties.map(duty => duty.instructor)])
  return [...everybody]
    .filter(person => changed.has(person) || own.has(person))
    .map(person => ({
      person,
      posted: postedText(person, merging),
      rated: (own.get(person) ?? []).map(duty => ratedText(duty, merging.into, renamed)).join('；'),
    }))
}

/** How many ratings are still due from the old unions. */
export function stillDue(merging: Merging, duties: readonly Duty[]): number {
  return duties.filter(
    ({ source, by, rating, required }) =>
      required && rating === null && source.id === merging.source && by !== merging.into && merging.from.includes(by),
  ).length
}

function postedText({ posting = '' }: Instructor, merging: Merging): string {
  const moves = merging.posting !== '' && posting !== merging.posting && merging.postings.includes(posting)
  return moves ? MERGING.arrow(posting, merging.posting) : posting
}

function ratedText({ by, rating }: Duty, into: string, renamed: ReadonlySet<Rating>): string {
  if (rating === null) return MERGING.dueBy(by === into ? by : MERGING.arrow(by, into))
  return MERGING.ratedBy(renamed.has(rating) ? MERGING.arrow(by, into) : by)
}
