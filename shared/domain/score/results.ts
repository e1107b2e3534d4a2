import { tenthsText } from '#shared/lib/largest-remainder.ts'
import { roundHalfUp, weightText } from '#shared/lib/rational.ts'
import type { AnnualScore, ComponentScore, Rates, YearScore } from './annual-score.ts'

/** The figures of a year as they are printed: `pingyi/results` version 1. Source: SCORING.md. */
export type Results = {
  readonly format: 'pingyi/results'
  readonly version: 1
  readonly year: number
  readonly quota: YearScore['quota']
  readonly results: readonly PersonResult[]
}

export type ComponentResult = {
  readonly id: string
  readonly weight: string
  readonly score: string
  readonly groups?: readonly {
    readonly id: string
    readonly weight: string
    readonly score: string
    readonly ballots: number
  }[]
}

export type PersonResult = {
  readonly instructor: string
  readonly name: string
  readonly components: readonly ComponentResult[]
  readonly bonus: string
  readonly penalty: string
  readonly total: string | null
  readonly rank: number | null
  readonly proposed: string | null
  readonly suggestion: AnnualScore['suggestion']
  readonly rates: Readonly<Record<string, string>> | null
  readonly flags: AnnualScore['flags']
  readonly notes: AnnualScore['notes']
  readonly blocked: AnnualScore['blocked']
}

/** The printed form of a computed year: scores with two decimals, weights as used, rates with one decimal. */
export function resultsOf(score: YearScore): Results {
  return {
    format: 'pingyi/results',
    version: 1,
    year: score.year,
    quota: score.quota,
    results: score.people.map(personResult),
  }
}

/** The results file's text: two spaces of indent, a final newline; the same results give the same bytes. */
export function writeResults(results: Results): string {
  return `${JSON.stringify(results, null, 2)}\n`
}

function personResult(person: AnnualScore): PersonResult {
  return {
    instructor: person.instructor.id,
    name: person.instructor.name,
    components: person.components.flatMap(componentResult),
    bonus: roundHalfUp(person.bonus, 2),
    penalty: roundHalfUp(person.penalty, 2),
    total: person.printedTotal,
    rank: person.rank,
    proposed: person.proposed?.id ?? null,
    suggestion: person.suggestion,
    rates: person.rates && ratesResult(person.rates),
    flags: person.flags,
    notes: person.notes,
    blocked: person.blocked,
  }
}

function componentResult(part: ComponentScore): ComponentResult[] {
  if (part.score === null || part.weight === null) return []
  const result = { id: part.component.id, weight: weightText(part.weight), score: roundHalfUp(part.score, 2) }
  if (part.kind !== 'ballot') return [result]
  const groups = part.groups.flatMap(({ group, weight, score, ballots }) =>
    score === null || weight === null
      ? []
      : [{ id: group.id, weight: weightText(weight), score: roundHalfUp(score, 2), ballots }],
  )
  return [{ ...result, groups }]
}

function ratesResult(rates: Rates): Record<string, string> {
  return Object.fromEntries(rates.categories.map(category => [category.id, tenthsText(category.tenths)]))
}
