import { tellSuccess } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { appendDecisions } from '#shared/domain/decision/append-decisions.ts'
import type { DecisionEntry } from '#shared/domain/decision/decide.ts'
import type { EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'

/**
 * Adds entries to the record. They cannot be taken back (a correction is a new entry), so no 撤销 is offered. Resolves to
 * whether they were written.
 */
export function useRecordDecisions(): (
  what: string,
  entries: readonly DecisionEntry[],
  done: string,
) => Promise<boolean> {
  const seen = useYearData().evaluation
  const change = useTellingChange()
  return async (what, entries, done) => {
    const made = await change(
      what,
      (now): EvaluationDraft | 'conflict' => {
        const decisions = appendDecisions(seen, now, entries)
        return decisions === 'conflict' ? 'conflict' : { ...now, decisions: [...decisions] }
      },
      true,
    )
    if (made) tellSuccess(done)
    return made
  }
}
