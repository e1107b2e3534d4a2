import { COLLECT } from '#renderer/strings/collect.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { componentFor, variantFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { RatingComponent, Scheme, SelfComponent } from '#shared/domain/scheme/scheme.ts'

/** Everybody who is asked for the same indicators of a component, by the name of the scheme that asks. */
export type SchemePart<Kind> = {
  readonly key: string
  readonly name: string
  readonly component: Kind
  readonly people: readonly Instructor[]
}

/** The people by the indicators that their scheme has for a component: one part unless a district has its own. */
export function schemeParts<Kind extends SelfComponent | RatingComponent>(
  scheme: Scheme,
  component: Kind,
  people: readonly Instructor[],
): readonly SchemePart<Kind>[] {
  const own = (person: Instructor) => componentFor(scheme, component, person.posting)
  return [...Map.groupBy(people, person => own(person).indicators)].flatMap(([indicators, members]) => {
    const [first] = members
    if (!first) return []
    const variant = indicators === component.indicators ? undefined : variantFor(scheme, first.posting)
    return [
      {
        key: variant?.id ?? 'main',
        name: variant?.name ?? COLLECT.mainScheme(scheme.name),
        component: own(first),
        people: members,
      },
    ]
  })
}
