import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import type { UnionMerger } from './merger.ts'
import type { Rating } from './rating.ts'

type Source = RatingComponent['sources'][number]

/** One rating that is there or is due: whom, by which source, by which of its unions (评定单位). */
export type Duty = {
  readonly instructor: Instructor
  readonly source: Source
  /** The union's name; '' where nothing says which one it is. */
  readonly by: string
  readonly rating: Rating | null
  /** Whether the source must rate the person; a rating that need not be is kept and has no weight. */
  readonly required: boolean
}

/** One union with all that it rates: what one form goes out for. */
export type UnionDuties = { readonly source: Source; readonly by: string; readonly duties: readonly Duty[] }

/**
 * Who is rated by whom, in the roster's order and the scheme's order of sources; a posting that changed gives several.
 * What a union rated before it merged stays its own; what is still due falls to the union that it became.
 */
export function ratingDuties(
  component: RatingComponent,
  instructors: readonly Instructor[],
  ratings: readonly Rating[],
  mergers: readonly UnionMerger[] = [],
): readonly Duty[] {
  const given = Map.groupBy(ratings, ({ instructor, source }) => keyOf(instructor, source))
  const people = new Map(instructors.map(person => [person.id, person]))
  const known = unionsByPosting(people, ratings, mergers)
  return instructors.flatMap(instructor =>
    component.sources.flatMap((source): readonly Duty[] => {
      const required = instructor.sources?.includes(source.id) ?? true
      const own = given.get(keyOf(instructor.id, source.id)) ?? []
      if (own.length > 0) return own.map(rating => ({ instructor, source, by: rating.by, rating, required }))
      if (!required) return []
      const heir = mergers.findLast(each => each.source === source.id && each.posting === instructor.posting)
      const usual = heir?.into ?? known.get(keyOf(instructor.posting ?? '', source.id))
      const by = unionNow(mergers, source.id, usual ?? expectedUnion(instructor, source))
      return [{ instructor, source, by, rating: null, required }]
    }),
  )
}

/** The duties by source and union, sources in the scheme's order, unions in the order in which the roster names them. */
export function unionDuties(component: RatingComponent, duties: readonly Duty[]): readonly UnionDuties[] {
  return component.sources.flatMap(source => {
    const own = duties.filter(duty => duty.source.id === source.id)
    return [...Map.groupBy(own, duty => duty.by)].map(([by, of]) => ({ source, by, duties: of }))
  })
}

/** The union that has rated most people of a posting so far, by posting and source. */
function unionsByPosting(
  people: ReadonlyMap<string, Instructor>,
  ratings: readonly Rating[],
  mergers: readonly UnionMerger[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { instructor, source, by: signed } of ratings) {
    const posting = people.get(instructor)?.posting
    if (posting === undefined || signed.trim() === '') continue
    const by = unionNow(mergers, source, signed)
    const key = keyOf(posting, source)
    const own = counts.get(key) ?? new Map<string, number>()
    counts.set(key, own.set(by, (own.get(by) ?? 0) + 1))
  }
  return new Map(
    [...counts].map(([key, own]) => [key, [...own].reduce((most, each) => (each[1] > most[1] ? each : most))[0]]),
  )
}

/**
 * A union's name from a posting and what its source is called, joined where they overlap: 西城区 + 区总工会 → 西城区总工会.
 * Without an overlap the posting may belong to another source: only a person's single source is taken for it.
 */
export function expectedUnion({ posting, sources }: Pick<Instructor, 'posting' | 'sources'>, source: Source): string {
  if (posting === undefined) return ''
  if (posting.endsWith('工会')) return posting
  for (let length = Math.min(posting.length, source.name.length); length > 0; length -= 1)
    if (posting.endsWith(source.name.slice(0, length))) return posting + source.name.slice(length)
  return sources?.length === 1 ? posting + source.name : ''
}

/** The union that `name` is by now, through all mergers of its source in their order. */
function unionNow(mergers: readonly UnionMerger[], source: string, name: string): string {
  return mergers.reduce((now, each) => (each.source === source && each.from.includes(now) ? each.into : now), name)
}

function keyOf(first: string, second: string): string {
  return JSON.stringify([first, second])
}
