import type { SchemeDraft } from './draft.ts'

/**
 * Every id that schemes use, of any kind. New parts avoid them all, also those of the scheme as it was saved: an id used
 * again would hand what was recorded under a removed part to a new one.
 */
export function takenIds(...schemes: readonly SchemeDraft[]): ReadonlySet<string> {
  return new Set(
    schemes.flatMap(scheme => [
      ...scheme.components.flatMap(idsOf),
      ...scheme.grades.map(each => each.id),
      ...(scheme.variants ?? []).flatMap(({ id, components }) => [
        id,
        ...components.flatMap(({ indicators = [] }) => indicators.map(each => each.id)),
      ]),
    ]),
  )
}

function idsOf(component: SchemeDraft['components'][number]): string[] {
  const ids = [component.id, ...(component.indicators ?? []).map(each => each.id)]
  if (component.kind === 'rating') ids.push(...component.sources.map(each => each.id))
  if (component.kind === 'ballot') {
    ids.push(...component.groups.map(each => each.id))
    if (component.scale.kind === 'grades') ids.push(...component.scale.options.map(each => each.id))
  }
  return ids
}
