import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Instructor, PersonDraft } from '#shared/domain/roster/instructor.ts'
import { componentFor, schemeFor, variantFor } from '#shared/domain/scheme/effective-scheme.ts'
import { checkIndicatorScores, hasScore } from '#shared/domain/scheme/indicator-scores.ts'
import {
  ballotComponents,
  type PointsIndicator,
  type RatingComponent,
  ratingComponents,
  type Scheme,
  selfComponent,
} from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import type { ComponentId } from '#shared/lib/fields.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'

/** What a changed scheme takes away, for the words that ask first. `count`: people or records. */
export type SchemeLoss =
  /** Scores that do not fit any more: indicators came, went on or off, or their points fell below what was given. */
  | { readonly kind: 'self-scores'; readonly count: number }
  /** Only the removed indicators' scores; the others stay. */
  | { readonly kind: 'self-indicators'; readonly count: number }
  | { readonly kind: 'rating-scores' | 'rating-indicators'; readonly component: string; readonly count: number }
  /** Whole ratings of a removed source, with bonuses, penalties and comments. */
  | { readonly kind: 'ratings'; readonly source: string; readonly count: number }
  /** People for whom it was written down that the removed source must rate them. */
  | { readonly kind: 'required-source'; readonly source: string; readonly count: number }

export type Followed = { readonly evaluation: Evaluation; readonly losses: readonly SchemeLoss[] }

type Scored = SelfAssessment | Rating
type Fate = 'kept' | 'cut' | 'lost'

/**
 * The year under another scheme: self scores and ratings that have no place in it are taken out, and each loss is told.
 * Meetings and decisions are never touched (see `schemeBars`), but that a meeting may have to name its component. Untouched records stay the same objects.
 */
export function followScheme(evaluation: Evaluation, scheme: Scheme): Followed {
  const postings = postingsOf(evaluation.instructors)
  const self = followSelf(evaluation.self, scheme, postings)
  const ratings = followRatings(evaluation.ratings, evaluation.scheme, scheme, postings)
  const people = followSources(evaluation.instructors, evaluation.scheme, scheme)
  return {
    evaluation: {
      ...evaluation,
      scheme,
      instructors: settled(evaluation.instructors, people.records),
      self: settled(evaluation.self, self.records),
      meetings: named(evaluation.meetings, evaluation.scheme, scheme),
      ...(evaluation.plans && { plans: named(evaluation.plans, evaluation.scheme, scheme) }),
      ratings: settled(evaluation.ratings, ratings.records),
    },
    losses: [...self.losses, ...ratings.losses, ...people.losses],
  }
}

/**
 * The year with its roster replaced by an edited one: where people were posted elsewhere and another variant of the scheme
 * now applies to them, scores that it has no place for are taken out, and each loss is told.
 */
export function followPostings(evaluation: Evaluation, people: readonly PersonDraft[]): FollowedPostings {
  const { scheme } = evaluation
  const after = { ...evaluation, instructors: people }
  const postings = postingsOf(people)
  const before = evaluation.instructors
  const moved = before.some(
    person => variantFor(scheme, person.posting) !== variantFor(scheme, postings.get(person.id)),
  )
  if (!moved) return { evaluation: after, losses: [] }
  const self = followSelf(evaluation.self, scheme, postings)
  const ratings = followRatings(evaluation.ratings, scheme, scheme, postings)
  return {
    evaluation: {
      ...after,
      self: settled(evaluation.self, self.records),
      ratings: settled(evaluation.ratings, ratings.records),
    },
    losses: [...self.losses, ...ratings.losses],
  }
}

export type FollowedPostings = { readonly evaluation: EvaluationDraft; readonly losses: readonly SchemeLoss[] }

type Postings = ReadonlyMap<string, string | undefined>

function postingsOf(people: readonly PersonDraft[]): Postings {
  return new Map(people.map(person => [person.id, person.posting]))
}

/** The list as it was where nothing in it changed: what is the same object is not written again. */
function settled<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return before.length === after.length && before.every((item, index) => item === after[index]) ? before : after
}

/** One record's scores under other indicators: whole, without the removed ones, or none. */
function follow<Record extends Scored>(
  record: Record,
  indicators: readonly PointsIndicator[] | undefined,
): readonly [Record, Fate] {
  if (!hasScore(record) || checkIndicatorScores(record, indicators, []).length === 0) return [record, 'kept']
  const known = new Set<string>((indicators ?? []).map(indicator => indicator.id))
  const scores = Object.fromEntries(Object.entries(record.scores ?? {}).filter(([id]) => known.has(id)))
  const cut = { ...record, scores }
  if (indicators && hasScore(cut) && checkIndicatorScores(cut, indicators, []).length === 0) return [cut, 'cut']
  const { scores: _scores, score: _score, ...rest } = record
  // What is left is the record without its two optional fields.
  return [rest as Record, 'lost']
}

function followSelf(records: readonly SelfAssessment[], scheme: Scheme, postings: Postings) {
  const followed = records.map(record => {
    const component = selfComponent(schemeFor(scheme, postings.get(record.instructor)))
    if (component) return follow(record, component.indicators)
    const { scores, score, ...rest } = record
    return scores === undefined && score === undefined ? ([record, 'kept'] as const) : ([rest, 'lost'] as const)
  })
  return {
    records: followed.map(([record]) => record),
    losses: [
      ...told('self-scores', followed, 'lost').map(({ kind, count }): SchemeLoss => ({ kind, count })),
      ...told('self-indicators', followed, 'cut').map(({ kind, count }): SchemeLoss => ({ kind, count })),
    ],
  }
}

function told<Kind extends string>(kind: Kind, followed: readonly (readonly [unknown, Fate])[], fate: Fate) {
  const count = followed.filter(([, own]) => own === fate).length
  return count === 0 ? [] : [{ kind, count }]
}

function followRatings(ratings: readonly Rating[], before: Scheme, after: Scheme, postings: Postings) {
  const components = new Map<string, RatingComponent>(
    ratingComponents(after).flatMap(component => component.sources.map(source => [source.id, component] as const)),
  )
  const followed = ratings.flatMap(rating => {
    const component = components.get(rating.source)
    if (!component) return []
    const { indicators } = componentFor(after, component, postings.get(rating.instructor))
    return [{ component, fate: follow(rating, indicators) }]
  })
  const losses: SchemeLoss[] = []
  for (const component of ratingComponents(after)) {
    const own = followed.filter(each => each.component === component).map(each => each.fate)
    for (const { kind, count } of [...told('rating-scores', own, 'lost'), ...told('rating-indicators', own, 'cut')])
      losses.push({ kind, component: component.name, count })
  }
  for (const { id, name } of removedSources(before, after)) {
    const count = ratings.filter(rating => rating.source === id).length
    if (count > 0) losses.push({ kind: 'ratings', source: name, count })
  }
  return { records: followed.map(({ fate: [rating] }) => rating), losses }
}

function removedSources(before: Scheme, after: Scheme) {
  const kept = new Set<string>(ratingComponents(after).flatMap(part => part.sources.map(source => source.id)))
  return ratingComponents(before).flatMap(part => part.sources.filter(source => !kept.has(source.id)))
}

/** Who had to be rated by removed sources only is rated by all of the scheme's again: nobody is left out unseen. */
function followSources(people: readonly Instructor[], before: Scheme, after: Scheme) {
  const gone = removedSources(before, after)
  const ids = new Set<string>(gone.map(source => source.id))
  const records = people.map(person => {
    if (!person.sources?.some(source => ids.has(source))) return person
    const { sources, ...rest } = person
    const left = sources.filter(source => !ids.has(source))
    return left.length === 0 ? rest : { ...rest, sources: left }
  })
  const losses = gone.flatMap((source): SchemeLoss[] => {
    const count = people.filter(person => person.sources?.includes(source.id)).length
    return count === 0 ? [] : [{ kind: 'required-source', source: source.name, count }]
  })
  return { records, losses }
}

/** Meetings or plans that left their component out, there being but one, name it where that is no longer clear. */
function named<Held extends { readonly component?: ComponentId | undefined }>(
  held: readonly Held[],
  before: Scheme,
  after: Scheme,
): readonly Held[] {
  const [only, second] = ballotComponents(before)
  if (!only || second || ballotComponents(after).length === 1) return held
  return held.map(each => (each.component === undefined ? { ...each, component: only.id } : each))
}
