import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'

/** Who decides and on what day: typed once for a sitting, written into each entry. */
export type Sitting = { readonly by: string; readonly date: string }

/** The sitting under way, kept with the year; it begins with whoever decided last, today. */
export function useSitting(): { readonly sitting: Sitting; readonly setSitting: (sitting: Sitting) => void } {
  const { decisions } = useYearData().evaluation
  const by = decisions.findLast(decision => decision.kind !== 'review')?.by ?? ''
  const draft = useDraft<Sitting>('decision-sitting', { by, date: today() }, isSitting)
  return { sitting: draft.value ?? { by, date: today() }, setSitting: draft.set }
}

function isSitting(value: unknown): value is Sitting {
  return (
    typeof value === 'object' &&
    value !== null &&
    'by' in value &&
    typeof value.by === 'string' &&
    'date' in value &&
    typeof value.date === 'string'
  )
}
