import { createContext, useContext } from 'react'
import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { withComponent } from '#shared/domain/scheme/design/edit-components.ts'
import type { ComponentDraft } from '#shared/domain/scheme/design/new-component.ts'
import { takenIds } from '#shared/domain/scheme/design/taken-ids.ts'

export type Designing = {
  readonly draft: SchemeDraft
  /** The scheme as it was saved: its ids are not used again. */
  readonly base: SchemeDraft
  readonly set: (draft: SchemeDraft) => void
}

export const DesignContext = createContext<Designing | null>(null)

/** The scheme being designed. */
export function useDesigning(): Designing {
  const designing = useContext(DesignContext)
  if (!designing) throw new Error('useDesigning outside of the designer')
  return designing
}

/** Every id that a new part must not take. */
export function useTakenIds(): () => ReadonlySet<string> {
  const { draft, base } = useDesigning()
  return () => takenIds(draft, base)
}

/** Puts a changed component back into the draft. */
export function useSetComponent(): (component: ComponentDraft) => void {
  const { draft, set } = useDesigning()
  return component => set(withComponent(draft, component))
}
