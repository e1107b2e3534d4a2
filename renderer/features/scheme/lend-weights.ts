import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import type { ComponentDraft } from '#shared/domain/scheme/design/new-component.ts'

const missing = 'renormalise'

/** The scheme with every missing part's weight handed to the others: what can be tried out before all papers are in. */
export function lendWeights(scheme: SchemeDraft): SchemeDraft {
  return { ...scheme, components: scheme.components.map(lending) }
}

function lending(component: ComponentDraft): ComponentDraft {
  switch (component.kind) {
    case 'self':
      return { ...component, missing }
    case 'ballot':
      return { ...component, missing, emptyGroup: missing }
    case 'rating':
      return { ...component, missing, emptySource: missing }
  }
}
