import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { schemeFor, variantFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { Component, Scheme } from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import { type Rational, rational } from '#shared/lib/rational.ts'
import type { AnnualScore, BallotScore, ComponentScore, Flag, QuotaPool, YearScore } from './annual-score.ts'
import { type BallotBook, ballotBooks } from './ballot-book.ts'
import { ballotScore, ratingScore, selfScore } from './component-scores.ts'
import { factFlags, gradeFor, isOutOfBase, isUngraded, repeatFlags, satisfactionOf, suggestionFor } from './flags.ts'
import { type Candidate, quotaPools } from './quota.ts'
import { excellentRate, ratesOf } from './rates.ts'
import { type Total, totalOf } from './total.ts'

/** What a score reads: the steps to its left. An evaluation is one. */
export type ScoreInput = {
  readonly year: number
  readonly scheme: Scheme
  readonly instructors: readonly Instructor[]
  readonly self: readonly SelfAssessment[]
  readonly meetings: readonly Meeting[]
  readonly ratings: readonly Rating[]
}

/**
 * The one computation behind every figure: a checked year (`checkEvaluation`) in, each person's annual score with all its
 * steps, grade proposal, rates and flags out, in the roster's order. Exact and pure: the same input gives the same output.
 * Whoever is posted to a district with a variant is scored by it; rank and quota are the whole city's.
 * Source: SCORING.md rules 1 to 13; variants: `variant.ts`.
 */
export function scoreYear(input: ScoreInput): YearScore {
  const drafts = draftScores(input)
  const quota = quotaPools(
    drafts.map(draft => candidateOf(draft, input.scheme)),
    input.scheme,
  )
  const ranks = ranksOf(drafts)
  return {
    year: input.year,
    quota,
    people: drafts.map(draft => finish(draft, ranks, quota, input)),
  }
}

/** A person's score before the others are looked at. */
type Draft = Total & {
  readonly instructor: Instructor
  readonly flags: readonly Flag[]
  readonly graded: boolean
  readonly proposed: AnnualScore['proposed']
  readonly satisfaction: AnnualScore['satisfaction']
  readonly rates: AnnualScore['rates']
}

// A year is never changed in place: while a person, the scheme, their records and the counts are the same objects, so is what
// follows from them. An edit then costs the person that it is about.
const drafted = new WeakMap<Instructor, { readonly read: readonly unknown[]; readonly draft: Draft }>()

function draftScores(input: ScoreInput): Draft[] {
  const { scheme, meetings } = input
  const books = ballotBooks(meetings, scheme)
  const self = new Map(input.self.map(record => [String(record.instructor), record]))
  const ratings = Map.groupBy(input.ratings, rating => String(rating.instructor))
  return input.instructors.map(person => {
    const record = self.get(person.id)
    const own = ratings.get(person.id) ?? []
    const read = [scheme, books, record, ...own]
    const before = drafted.get(person)
    if (before?.read.length === read.length && before.read.every((part, index) => part === read[index]))
      return before.draft
    const { components: parts } = schemeFor(scheme, person.posting)
    const components = parts.map(part => componentScore(part, person, record, own, books))
    const draft = draftScore(person, components, own, books, scheme)
    drafted.set(person, { read, draft })
    return draft
  })
}

function componentScore(
  component: Component,
  person: Instructor,
  record: SelfAssessment | undefined,
  ratings: readonly Rating[],
  books: readonly BallotBook[],
): ComponentScore {
  switch (component.kind) {
    case 'self':
      return selfScore(component, record)
    case 'ballot':
      return (
        books.find(book => book.component.id === component.id)?.score(component, person.id) ??
        ballotScore(component, undefined, new Set())
      )
    case 'rating':
      return ratingScore(component, person, ratings)
  }
}

function draftScore(
  person: Instructor,
  components: readonly ComponentScore[],
  ratings: readonly Rating[],
  books: readonly BallotBook[],
  scheme: Scheme,
): Draft {
  const total = totalOf(components, ratings)
  const satisfaction = satisfactionOf(components)
  const flags = factFlags(person, satisfaction)
  // The headline rates are the first ballot component's (ours, where a scheme has several).
  const headline = firstBallot(components)
  const book = books[0]
  return {
    ...total,
    instructor: person,
    satisfaction,
    flags,
    graded: total.printedTotal !== null && !isUngraded(flags),
    proposed: gradeFor(total.printedTotal, flags, scheme),
    rates: headline && book ? ratesOf(headline, book.numbers(person.id), scheme.rateDenominator, person.kind) : null,
  }
}

function firstBallot(components: readonly ComponentScore[]): BallotScore | undefined {
  return components.find(part => part.kind === 'ballot')
}

function candidateOf(draft: Draft, scheme: Scheme): Candidate {
  const headline = firstBallot(draft.components)
  const breakers = scheme.tieBreakers.map((breaker): Rational | null => {
    if (breaker === 'excellentRate') return headline ? excellentRate(headline) : null
    return draft.components.find(part => part.component.id === breaker)?.score ?? null
  })
  return {
    instructor: draft.instructor,
    inBase: !isOutOfBase(draft.flags),
    atTop: draft.proposed !== null && draft.proposed === scheme.grades[0],
    printedTotal: draft.printedTotal,
    breakers,
  }
}

/** Rule 6: 1 + how many graded people have a strictly higher printed total, by that total. */
function ranksOf(drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const totals = drafts
    .flatMap(draft => (draft.graded && draft.printedTotal !== null ? [draft.printedTotal] : []))
    .sort((a, b) => rational(b).compare(a))
  const ranks = new Map<string, number>()
  totals.forEach((total, index) => {
    if (!ranks.has(total)) ranks.set(total, index + 1)
  })
  return ranks
}

function finish(
  draft: Draft,
  ranks: ReadonlyMap<string, number>,
  quota: readonly QuotaPool[],
  { scheme, year }: ScoreInput,
): AnnualScore {
  const { instructor, graded, printedTotal } = draft
  const over = quota.some(pool => pool.over.includes(instructor.id))
  const tied = quota.some(pool => pool.tied.includes(instructor.id))
  const proposed = tied ? null : over ? (scheme.grades[1] ?? null) : draft.proposed
  const flags = [...draft.flags, ...repeatFlags(instructor, proposed, year, scheme)]
  return {
    instructor,
    variant: variantFor(scheme, instructor.posting) ?? null,
    components: draft.components,
    bonus: draft.bonus,
    penalty: draft.penalty,
    total: draft.total,
    printedTotal,
    rank: graded && printedTotal !== null ? (ranks.get(printedTotal) ?? null) : null,
    proposed,
    suggestion: suggestionFor(proposed, flags),
    rates: draft.rates,
    satisfaction: draft.satisfaction,
    flags,
    notes: [...draft.notes, ...(over ? ['over-quota'] : []), ...(tied ? ['tie-at-quota'] : [])],
    blocked: draft.blocked,
  }
}
