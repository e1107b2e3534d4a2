import type { SchemeDraft } from './design/draft.ts'

/** Whether two schemes say the same, in the same order. */
export function sameScheme(a: SchemeDraft, b: SchemeDraft): boolean {
  return a === b || canonical(a) === canonical(b)
}

/** Keys in one order: a checked scheme's come as the schema lists them, a template's as they were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
