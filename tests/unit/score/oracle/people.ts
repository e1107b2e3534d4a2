import type {
  BallotComponentFile,
  ComponentFile,
  EvaluationFile,
  InstructorFile,
  RatingComponentFile,
} from '#tests/fixtures/evaluation-file.ts'
import { excellentShare, groupScores, rates, satisfaction } from './ballots.ts'
import {
  add,
  compare,
  over,
  parse,
  print,
  printWeight,
  type Q,
  q,
  subtract,
  times,
  total,
  weighted,
} from './fractions.ts'

// SCORING.md rules 4, 5, 9 (what does not depend on the others) and 13, read again from the document.

type Part = { readonly id: string; readonly weight: string; readonly score: Q | null; readonly printed: object }
type Scored = {
  readonly component: ComponentFile
  readonly score: Q | null
  /** `B`, `industry`: parts that are empty though they should not be. */
  readonly empty: readonly string[]
  readonly parts: readonly Part[]
}

export type PersonOracle = {
  readonly person: InstructorFile
  readonly components: readonly object[]
  readonly scores: ReadonlyMap<string, Q | null>
  readonly bonus: Q
  readonly penalty: Q
  readonly total: string | null
  readonly flags: readonly string[]
  readonly notes: readonly string[]
  readonly blocked: readonly string[]
  readonly rates: Record<string, string> | null
  readonly excellentRate: Q | null
}

function indicatorsScore(
  record: { readonly scores?: Readonly<Record<string, string>> | undefined; readonly score?: string | undefined },
  indicators: readonly { readonly points: string }[] | undefined,
): Q | null {
  if (!indicators) return record.score === undefined ? null : parse(record.score)
  const scores = Object.values(record.scores ?? {})
  if (scores.length === 0) return null
  const points = total(indicators.map(indicator => parse(indicator.points)))
  return times(over(total(scores.map(parse)), points), q(100))
}

function scoreComponent(file: EvaluationFile, component: ComponentFile, person: InstructorFile): Scored {
  if (component.kind === 'self') {
    const record = file.self?.find(each => each.instructor === person.id)
    return { component, score: record ? indicatorsScore(record, component.indicators) : null, empty: [], parts: [] }
  }
  const parts =
    component.kind === 'ballot'
      ? groupScores(file, component, person.id).map(group => ({ ...group, printed: { ballots: group.ballots } }))
      : sourceScores(file, component, person)
  return {
    component,
    score: weighted(parts).score,
    empty: parts.filter(part => part.score === null).map(part => part.id),
    parts,
  }
}

function sourceScores(file: EvaluationFile, component: RatingComponentFile, person: InstructorFile): Part[] {
  return component.sources
    .filter(source => person.sources?.includes(source.id) ?? true)
    .map(source => {
      const own = (file.ratings ?? [])
        .filter(rating => rating.instructor === person.id && rating.source === source.id)
        .flatMap(rating => {
          const score = indicatorsScore(rating, component.indicators)
          return score ? [{ score, months: q(rating.months ?? 1) }] : []
        })
      const months = total(own.map(rating => rating.months))
      const score = own.length === 0 ? null : over(total(own.map(each => times(each.score, each.months))), months)
      return { id: source.id, weight: source.weight, score, printed: {} }
    })
}

export function scorePerson(file: EvaluationFile, person: InstructorFile): PersonOracle {
  const scored = file.scheme.components.map(component => scoreComponent(file, component, person))
  const missing = scored.filter(each => each.score === null)
  const partly = scored.filter(each => each.score !== null)
  const empties = partly.flatMap(({ component, empty }) => {
    if (component.kind === 'self') return []
    const kind = component.kind === 'ballot' ? 'empty-group' : 'empty-source'
    const blocks = (component.kind === 'ballot' ? component.emptyGroup : component.emptySource) === 'block'
    return empty.map(id => ({ blocks, entry: `${component.id}:${id}`, note: `${kind}:${id}` }))
  })
  const blocked = [
    ...empties.filter(each => each.blocks).map(each => each.entry),
    ...missing.filter(each => each.component.missing === 'block').map(each => each.component.id),
  ]
  const notes = [
    ...missing.filter(each => each.component.missing === 'renormalise').map(each => `missing:${each.component.id}`),
    ...empties.filter(each => !each.blocks && each.note.startsWith('empty-group')).map(each => each.note),
    ...empties.filter(each => !each.blocks && each.note.startsWith('empty-source')).map(each => each.note),
  ]
  const all = weighted(scored.map(each => ({ weight: each.component.weight, score: each.score })))
  const own = (file.ratings ?? []).filter(rating => rating.instructor === person.id)
  const bonus = total(own.map(rating => parse(rating.bonus ?? '0')))
  const penalty = total(own.map(rating => parse(rating.penalty ?? '0')))
  const ballot = file.scheme.components.find((each): each is BallotComponentFile => each.kind === 'ballot')
  return {
    person,
    components: printComponents(scored, all.used),
    scores: new Map(scored.map(each => [each.component.id, each.score])),
    bonus,
    penalty,
    total: blocked.length > 0 || !all.score ? null : print(held(subtract(add(all.score, bonus), penalty)), 2),
    flags: factFlags(person, ballot ? satisfaction(file, ballot, person.id) : null),
    notes,
    blocked,
    rates: ballot ? rates(file, ballot, person) : null,
    excellentRate: ballot ? excellentShare(file, ballot, person.id) : null,
  }
}

const held = (value: Q): Q => (compare(value, q(0)) < 0 ? q(0) : compare(value, q(100)) > 0 ? q(100) : value)

function printComponents(scored: readonly Scored[], used: readonly (Q | null)[]): object[] {
  return scored.flatMap(({ component, score, parts }, index) => {
    const weight = used[index]
    if (!score || !weight) return []
    const printed = { id: component.id, weight: printWeight(weight), score: print(score, 2) }
    if (component.kind !== 'ballot') return [printed]
    const partWeights = weighted(parts).used
    const groups = parts.flatMap((part, position) => {
      const own = partWeights[position]
      if (!part.score || !own) return []
      return [{ id: part.id, weight: printWeight(own), score: print(part.score, 2), ...part.printed }]
    })
    return [{ ...printed, groups }]
  })
}

function factFlags(
  person: InstructorFile,
  votes: { readonly satisfied: number; readonly all: number } | null,
): string[] {
  const { status = {} } = person
  const unsatisfied = votes ? votes.all - votes.satisfied : 0
  const when: readonly (readonly [string, boolean])[] = [
    ['under-half-year', (status.monthsOnPost ?? 12) < 6],
    ['leave-over-half-year', compare(parse(status.leaveMonths ?? '0'), q(6)) > 0],
    ['under-investigation', status.underInvestigation === true],
    ['unjustified-absence', status.unjustifiedAbsence === true],
    ['veto', (status.vetoes ?? []).length > 0],
    ['low-satisfaction', votes !== null && votes.all > 0 && votes.satisfied * 5 < votes.all * 3],
    ['one-third-low', votes !== null && votes.all > 0 && unsatisfied * 3 >= votes.all],
  ]
  return when.filter(([, holds]) => holds).map(([flag]) => flag)
}
