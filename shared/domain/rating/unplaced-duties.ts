import type { Instructor, PersonDraft } from '#shared/domain/roster/instructor.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import type { Duty } from './duties.ts'

type Source = RatingComponent['sources'][number]

/** Ratings that are due, and nothing says from which union. */
export type UnplacedDuties = {
  /** People without a posting, each once, in the roster's order. */
  readonly noPosting: readonly Instructor[]
  /** Sources whose union cannot be told from the posting of these people, which another source's union is known for. */
  readonly elsewhere: readonly { readonly source: Source; readonly people: readonly Instructor[] }[]
}

/** What of the duties without a rating finds no union; both lists are empty where every form has somebody to go to. */
export function unplacedDuties(component: RatingComponent, duties: readonly Duty[]): UnplacedDuties {
  const open = duties.filter(({ by, rating, required }) => by === '' && rating === null && required)
  const placed = new Set(duties.filter(({ by }) => by !== '').map(({ instructor }) => instructor.id))
  return {
    noPosting: [...new Set(open.map(({ instructor }) => instructor))].filter(({ posting }) => posting === undefined),
    elsewhere: component.sources.flatMap(source => {
      const people = open.flatMap(({ instructor, source: { id } }) =>
        id === source.id && instructor.posting !== undefined && placed.has(instructor.id) ? [instructor] : [],
      )
      return people.length > 0 ? [{ source, people }] : []
    }),
  }
}

/** The roster when these people need not be rated by `source` any more; `all`: the ids of all of the scheme's sources. */
export function withoutSource(
  roster: readonly Instructor[],
  people: ReadonlySet<Instructor['id']>,
  source: string,
  all: readonly string[],
): readonly (Instructor | PersonDraft)[] {
  return roster.map(person =>
    people.has(person.id) ? { ...person, sources: (person.sources ?? all).filter(id => id !== source) } : person,
  )
}
