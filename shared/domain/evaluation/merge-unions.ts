import { expectedUnion } from '#shared/domain/rating/duties.ts'
import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'
import { followPostings, type SchemeLoss } from './follow-scheme.ts'

/** What a person says of unions of one source that become one. */
export type Merging = {
  /** ISO date. */
  readonly date: string
  readonly source: string
  readonly from: readonly string[]
  readonly into: string
  /** Whose people are posted to `posting` from now on; none: postings stay. */
  readonly postings: readonly string[]
  readonly posting: string
  /** Ratings that came in go under the new name; otherwise they stay as they were signed. */
  readonly rename: boolean
  /** People whose own unit (所在单位) is one of them are of `into`. */
  readonly units: boolean
}

export type Merged = {
  readonly evaluation: EvaluationDraft
  /** Whose record changes: as they stand now. */
  readonly people: readonly Instructor[]
  readonly renamed: readonly Rating[]
  /** Ratings that keep the old name: as wished, or since a person has one of the same source under the new one. */
  readonly kept: readonly Rating[]
  /** What goes with changed postings where another variant of the scheme applies to them. */
  readonly losses: readonly SchemeLoss[]
}

/**
 * The year after unions became one. Scores and counts stay as they are: a rating is moved to the new name only where it
 * remains the person's only one under that name, so that nothing is averaged that was not before. Past grades stay.
 */
export function mergeUnions(evaluation: Evaluation, merging: Merging): Merged {
  const { date, source, into, posting } = merging
  const from = merging.from.filter(name => name !== into)
  const old = new Set(from)
  const moved = new Set(posting === '' ? [] : merging.postings.filter(each => each !== posting))
  const people = evaluation.instructors.filter(
    person => isIn(moved, person.posting) || (merging.units && isIn(old, person.unit)),
  )
  const changed = new Set(people)
  const own = evaluation.ratings.filter(rating => rating.source === source && old.has(rating.by))
  const renamed = merging.rename ? own.filter(rating => mayRename(rating, evaluation.ratings, old, into)) : []
  const going = new Set(renamed)
  const followed = followPostings(
    {
      ...evaluation,
      ratings: evaluation.ratings.map(rating => (going.has(rating) ? { ...rating, by: into } : rating)),
    },
    evaluation.instructors.map(person =>
      changed.has(person)
        ? {
            ...person,
            ...(isIn(moved, person.posting) && { posting }),
            ...(merging.units && isIn(old, person.unit) && { unit: into }),
          }
        : person,
    ),
  )
  const merger = { date, source, from, into, ...(posting !== '' && { posting }) }
  return {
    evaluation: { ...followed.evaluation, mergers: [...(evaluation.mergers ?? []), merger] },
    people,
    renamed,
    kept: own.filter(rating => !going.has(rating)),
    losses: followed.losses,
  }
}

/** The postings on the roster that stand for one of these unions of the component's source. */
export function postingsOfUnions(
  { sources }: RatingComponent,
  source: string,
  unions: readonly string[],
  people: readonly Instructor[],
): readonly string[] {
  const own = sources.find(each => each.id === source)
  if (!own) return []
  const postings = [...new Set(people.flatMap(person => person.posting ?? []))]
  return postings.filter(posting => unions.includes(posting) || unions.includes(expectedUnion({ posting }, own)))
}

function isIn(names: ReadonlySet<string>, name: string | undefined): boolean {
  return name !== undefined && names.has(name)
}

/** Whether the person has no other rating of the source by one of the unions, old or new. */
function mayRename(rating: Rating, all: readonly Rating[], old: ReadonlySet<string>, into: string): boolean {
  return !all.some(
    other =>
      other !== rating &&
      other.instructor === rating.instructor &&
      other.source === rating.source &&
      (old.has(other.by) || other.by === into),
  )
}
