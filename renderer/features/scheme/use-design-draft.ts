import { useLiveQuery } from 'dexie-react-hooks'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { findDraft } from '#renderer/db/repositories/drafts.ts'
import { type Draft, useDraft } from '#renderer/editing/use-draft.ts'
import { isSchemeDraft, type SchemeDraft } from '#shared/domain/scheme/design/draft.ts'

/** A half-done design with the scheme it began from. */
export type KeptDesign = { readonly base: SchemeDraft; readonly scheme: SchemeDraft }

const KEY = 'scheme'

function isKeptDesign(value: unknown): value is KeptDesign {
  return (
    typeof value === 'object' &&
    value !== null &&
    'base' in value &&
    'scheme' in value &&
    isSchemeDraft(value.base) &&
    isSchemeDraft(value.scheme)
  )
}

/** The design as it was left, or the year's scheme to begin from. */
export function useDesignDraft(): Draft<KeptDesign> {
  const { scheme } = useYearData().evaluation
  return useDraft<KeptDesign>(KEY, { base: scheme, scheme }, isKeptDesign)
}

/** Whether a half-done design waits; false while it is looked for. */
export function useDesignWaits(): boolean {
  const database = useDatabase()
  const { year } = useYearData().row
  return useLiveQuery(() => findDraft(database, year, KEY), [database, year]) !== undefined
}
