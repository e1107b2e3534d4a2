import type { SchemeDraft } from './draft.ts'
import { nextId } from './next-id.ts'

export type VariantDraft = NonNullable<SchemeDraft['variants']>[number]
export type VariantPart = VariantDraft['components'][number]

/** A variant that says nothing otherwise yet; its name and whom it is for are left to a person. `taken`: ids in use. */
export function newVariant(taken: Iterable<string>): VariantDraft {
  return { id: nextId('v', taken), name: '', postings: [], components: [] }
}

/** The scheme with these variants; without any the key goes. */
export function withVariants(draft: SchemeDraft, variants: readonly VariantDraft[]): SchemeDraft {
  const { variants: _, ...rest } = draft
  return variants.length === 0 ? rest : { ...rest, variants }
}

/** What a variant says of a component; nothing otherwise: only its id. */
export function variantPart(variant: VariantDraft, id: string): VariantPart {
  return variant.components.find(each => each.id === id) ?? { id }
}

/** The variant with what it says of one component changed; a part that says nothing otherwise goes. */
export function withVariantPart(variant: VariantDraft, part: VariantPart): VariantDraft {
  const others = variant.components.filter(each => each.id !== part.id)
  return { ...variant, components: saysNothing(part) ? others : [...others, part] }
}

/**
 * The scheme after its main part was edited: variants keep what still has its place there. Parts of removed components go,
 * indicators where the main scheme no longer has any, weights of removed sources; a new source's weight is left to be said.
 */
export function settleVariants(draft: SchemeDraft): SchemeDraft {
  if (!draft.variants) return draft
  const variants = draft.variants.map(variant => ({
    ...variant,
    components: draft.components.flatMap(main => {
      const part = settled(main, variantPart(variant, main.id))
      return saysNothing(part) ? [] : [part]
    }),
  }))
  return { ...draft, variants }
}

function settled(main: SchemeDraft['components'][number], part: VariantPart): VariantPart {
  const { indicators, sources, ...weight } = part
  const asked = main.kind !== 'ballot' && main.indicators ? indicators : undefined
  return {
    ...weight,
    ...(asked && { indicators: asked }),
    ...(sources &&
      main.kind === 'rating' && {
        sources: main.sources.map(({ id }) => ({ id, weight: sources.find(each => each.id === id)?.weight ?? '' })),
      }),
  }
}

function saysNothing({ weight, indicators, sources }: VariantPart): boolean {
  return weight === undefined && indicators === undefined && sources === undefined
}
