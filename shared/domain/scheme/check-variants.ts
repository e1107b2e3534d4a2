import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import { checkAboveZero, checkPoints, checkWeights, sameId, totalFault } from './check-weights.ts'
import { schemesOf } from './effective-scheme.ts'
import type { Component, Scheme } from './scheme.ts'
import type { VariantComponent } from './variant.ts'

type Path = readonly (string | number)[]

/**
 * Faults of a scheme's variants: a posting named twice, a component that the scheme does not have, weights or points that do
 * not total 100, and anything that has to be the same for the whole city (the meeting's indicators and groups; indicators
 * where the main scheme asks for one score). A posting that nobody has is no fault.
 */
export function checkVariants(scheme: Scheme): Fault[] {
  const variants = scheme.variants ?? []
  const [, ...schemes] = schemesOf(scheme)
  return [
    ...sameId(variants, ['scheme', 'variants']),
    ...checkPostings(scheme),
    ...variants.flatMap((variant, index) => {
      const path: Path = ['scheme', 'variants', index, 'components']
      return [
        ...sameId(variant.components, path),
        ...variant.components.flatMap((own, part) => checkOwn(own, scheme, [...path, part])),
        ...totalFault(schemes[index]?.components ?? scheme.components, path, 'weight'),
      ]
    }),
  ]
}

function checkPostings({ variants = [] }: Scheme): Fault[] {
  const named = variants.flatMap(({ postings }, index) =>
    postings.map((posting, part) => ({ posting, path: at('scheme', 'variants', index, 'postings', part) })),
  )
  return duplicates(named, each => each.posting.trim()).map(({ index, first }) =>
    fault(named[index]?.path ?? '', 'duplicate', {
      value: named[index]?.posting ?? '',
      first: named[first]?.path ?? '',
    }),
  )
}

function checkOwn(own: VariantComponent, scheme: Scheme, path: Path): Fault[] {
  const main = scheme.components.find(each => each.id === own.id)
  if (!main) return [fault(at(...path, 'id'), 'unknown-id', { value: own.id })]
  return [
    ...(own.weight === undefined ? [] : checkAboveZero(own.weight, [...path, 'weight'])),
    ...checkIndicators(own, main, path),
    ...checkSources(own, main, path),
  ]
}

function checkIndicators({ indicators }: VariantComponent, main: Component, path: Path): Fault[] {
  if (!indicators) return []
  if (main.kind === 'ballot' || !main.indicators)
    return [fault(at(...path, 'indicators'), 'not-in-variant', { name: main.name })]
  return checkPoints(indicators, [...path, 'indicators'])
}

function checkSources({ sources }: VariantComponent, main: Component, path: Path): Fault[] {
  if (!sources) return []
  const place = [...path, 'sources']
  if (main.kind !== 'rating') return [fault(at(...place), 'not-in-variant', { name: main.name })]
  const known = new Set<string>(main.sources.map(source => source.id))
  const own = new Set<string>(sources.map(source => source.id))
  return [
    ...checkWeights(sources, place, 'weight'),
    ...sources.flatMap((source, index) =>
      known.has(source.id) ? [] : [fault(at(...place, index, 'id'), 'unknown-id', { value: source.id })],
    ),
    ...main.sources
      .filter(source => !own.has(source.id))
      .map(source => fault(at(...place), 'source-left-out', { name: source.name })),
  ]
}
