import type { SchemeDraft } from './draft.ts'
import type { ComponentDraft } from './new-component.ts'

/** The scheme with one component changed. */
export function withComponent(draft: SchemeDraft, component: ComponentDraft): SchemeDraft {
  return { ...draft, components: draft.components.map(each => (each.id === component.id ? component : each)) }
}

/** The scheme without a component; a tie is no longer broken by it. */
export function withoutComponent(draft: SchemeDraft, id: string): SchemeDraft {
  const { tieBreakers, ...rest } = draft
  return {
    ...rest,
    components: draft.components.filter(each => each.id !== id),
    ...(tieBreakers && { tieBreakers: tieBreakers.filter(each => each !== id) }),
  }
}

/** `items` with the one at `index` moved by `by` places; unchanged where it would leave the list. */
export function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const target = index + by
  const item = items[index]
  const other = items[target]
  if (item === undefined || other === undefined) return items
  return items.with(index, other).with(target, item)
}
