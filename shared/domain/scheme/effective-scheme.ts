import type { Component, Scheme } from './scheme.ts'
import type { Variant, VariantComponent } from './variant.ts'

// Schemes are never changed in place, so what follows from one is worked out once: the same objects come back, and views
// may compare them by identity.
const known = new WeakMap<Scheme, ReadonlyMap<string, Scheme>>()

/** The variant for people of a posting (派驻区/产业); undefined where the main scheme applies. */
export function variantFor(scheme: Scheme, posting: string | undefined): Variant | undefined {
  if (posting === undefined) return undefined
  const wanted = posting.trim()
  return scheme.variants?.find(variant => variant.postings.some(each => each.trim() === wanted))
}

/**
 * The scheme by which people of a posting are appraised: the main one with what their variant says otherwise put in its
 * place. Ids, meeting, scale, lines, quota and rules are always the main scheme's; parts that are alike are the same objects.
 */
export function schemeFor(scheme: Scheme, posting: string | undefined): Scheme {
  const variant = variantFor(scheme, posting)
  return variant ? (effective(scheme).get(variant.id) ?? scheme) : scheme
}

/** The main scheme and every variant's, in their order. */
export function schemesOf(scheme: Scheme): readonly Scheme[] {
  return [scheme, ...effective(scheme).values()]
}

/** A component as it is for people of a posting. */
export function componentFor<Kind extends Component>(
  scheme: Scheme,
  component: Kind,
  posting: string | undefined,
): Kind {
  const found = schemeFor(scheme, posting).components.find(each => each.id === component.id)
  // A variant never changes a component's kind: `varied` keeps it.
  return found?.kind === component.kind ? (found as Kind) : component
}

function effective(scheme: Scheme): ReadonlyMap<string, Scheme> {
  const before = known.get(scheme)
  if (before) return before
  const { variants = [], ...main } = scheme
  const made = new Map(
    variants.map(({ id, components }) => {
      const own = new Map<string, VariantComponent>(components.map(each => [each.id, each]))
      return [String(id), { ...main, components: main.components.map(part => varied(part, own.get(part.id))) }] as const
    }),
  )
  known.set(scheme, made)
  return made
}

function varied(component: Component, own: VariantComponent | undefined): Component {
  if (!own) return component
  const weight = own.weight ?? component.weight
  switch (component.kind) {
    case 'ballot':
      return { ...component, weight }
    case 'self':
      return { ...component, weight, ...(own.indicators && { indicators: own.indicators }) }
    case 'rating': {
      const weights = new Map<string, (typeof component)['weight']>(own.sources?.map(each => [each.id, each.weight]))
      return {
        ...component,
        weight,
        ...(own.indicators && { indicators: own.indicators }),
        ...(own.sources && {
          sources: component.sources.map(source => ({ ...source, weight: weights.get(source.id) ?? source.weight })),
        }),
      }
    }
  }
}
