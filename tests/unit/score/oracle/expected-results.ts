import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { compare, over, parse, print, type Q, q, times } from './fractions.ts'
import { type PersonOracle, scorePerson } from './people.ts'

/**
 * The results file that SCORING.md asks for, worked out a second time from the document alone, with no code of the app:
 * rules 6, 7, 8, 12 and the parts of 9 that look at grades. Where the two differ, one of them misreads the document.
 */
export function expectedResults(file: EvaluationFile): object {
  const people = file.instructors.map(person => scorePerson(file, person))
  const { grades, excellentQuota } = file.scheme
  const before = new Map(people.map(each => [each.person.id, gradeBefore(file, each)]))
  const quota = excellentQuota ? pools(file, people, before) : []
  const rankable = people.flatMap(each => (each.total !== null && !ungraded(each) ? [parse(each.total)] : []))
  const results = people.map(each => {
    const { id } = each.person
    const isOver = quota.some(pool => pool.over.includes(id))
    const isTied = quota.some(pool => pool.tied.includes(id))
    const position = before.get(id) ?? null
    const grade = isTied || position === null ? null : (grades[isOver ? 1 : position] ?? null)
    const last = each.person.history?.find(entry => entry.year === file.year - 1)?.grade
    const lastConsequence = grades.find(known => known.id === last)?.consequence
    const twice = grade !== null && grade.consequence === lastConsequence
    const basicTwice = twice && lastConsequence === 'improve'
    const lowestTwice = twice && lastConsequence === 'admonish'
    const own = each.total === null || ungraded(each) ? null : parse(each.total)
    return {
      instructor: id,
      name: each.person.name,
      components: each.components,
      bonus: print(each.bonus, 2),
      penalty: print(each.penalty, 2),
      total: each.total,
      rank: own && 1 + rankable.filter(other => compare(other, own) > 0).length,
      proposed: grade?.id ?? null,
      suggestion: basicTwice
        ? ['adjust']
        : lowestTwice
          ? ['dismiss']
          : grade === null
            ? []
            : grade.consequence === 'award'
              ? ['award', 'renew']
              : [grade.consequence],
      rates: each.rates,
      flags: [...each.flags, ...(basicTwice ? ['two-years-basic'] : []), ...(lowestTwice ? ['two-years-lowest'] : [])],
      notes: [...each.notes, ...(isOver ? ['over-quota'] : []), ...(isTied ? ['tie-at-quota'] : [])],
      blocked: each.blocked,
    }
  })
  return { format: 'pingyi/results', version: 1, year: file.year, quota, results }
}

const outOfBase = (each: PersonOracle): boolean =>
  each.flags.includes('under-half-year') || each.flags.includes('leave-over-half-year')
const ungraded = (each: PersonOracle): boolean => outOfBase(each) || each.flags.includes('under-investigation')

/** Rules 7 and 9: the grade's position, before the quota. */
function gradeBefore(file: EvaluationFile, each: PersonOracle): number | null {
  if (each.total === null || ungraded(each)) return null
  const { grades } = file.scheme
  if (['unjustified-absence', 'veto', 'low-satisfaction'].some(flag => each.flags.includes(flag)))
    return grades.length - 1
  const reached = parse(each.total)
  const position = grades.findIndex(grade => compare(reached, parse(grade.min)) >= 0)
  return position === 0 && each.flags.includes('one-third-low') ? 1 : position
}

type Pool = {
  readonly pool: string
  readonly base: number
  readonly places: number
  readonly within: string[]
  readonly tied: string[]
  readonly over: string[]
}

/** Rule 8. */
function pools(
  file: EvaluationFile,
  people: readonly PersonOracle[],
  before: ReadonlyMap<string, number | null>,
): Pool[] {
  const { percent = '0', by = 'all' } = file.scheme.excellentQuota ?? {}
  const poolOf = (each: PersonOracle): string => (by === 'all' ? 'all' : (each.person[by] ?? ''))
  const names = by === 'all' ? ['all'] : [...new Set(people.map(poolOf))]
  return names.map(pool => {
    const members = people.filter(each => poolOf(each) === pool)
    const base = members.filter(each => !outOfBase(each)).length
    const share = over(times(q(base), parse(percent)), q(100))
    const places = Number(share.n / share.d)
    const candidates = members.filter(each => before.get(each.person.id) === 0)
    const better = (a: PersonOracle, b: PersonOracle) => compareMerit(file, a, b) < 0
    const within: string[] = []
    const tied: string[] = []
    const beyond: string[] = []
    for (const each of candidates) {
      const ahead = candidates.filter(other => better(other, each)).length
      const equal = candidates.filter(other => compareMerit(file, other, each) === 0).length
      if (ahead + equal <= places) within.push(each.person.id)
      else if (ahead < places) tied.push(each.person.id)
      else beyond.push(each.person.id)
    }
    return { pool, base, places, within, tied, over: beyond }
  })
}

/** Negative where `a` comes before `b`. */
function compareMerit(file: EvaluationFile, a: PersonOracle, b: PersonOracle): number {
  const pairs: (readonly [Q | null, Q | null])[] = [
    [parse(a.total ?? '0'), parse(b.total ?? '0')],
    ...(file.scheme.tieBreakers ?? []).map(breaker =>
      breaker === 'excellentRate'
        ? ([a.excellentRate, b.excellentRate] as const)
        : ([a.scores.get(breaker) ?? null, b.scores.get(breaker) ?? null] as const),
    ),
  ]
  for (const [mine, theirs] of pairs) {
    const order = mine && theirs ? compare(theirs, mine) : (mine ? 0 : 1) - (theirs ? 0 : 1)
    if (order !== 0) return order
  }
  return 0
}
