import { useCallback } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SELF } from '#renderer/strings/self.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import type { SelfRow } from './self-rows.ts'

/** The reminder to those who have not handed in all; names only, it goes into a chat. */
export function useSelfReminder(rows: readonly SelfRow[]): () => string {
  const { row, evaluation } = useYearData()
  return useCallback(() => {
    const names = (of: readonly SelfRow[]) => of.map(each => each.instructor.name)
    const present = rows.filter(each => each.record !== null)
    return SELF.reminder({
      year: row.year,
      appraised: appraisedWord(evaluation.scheme),
      deadline: evaluation.deadlines?.self ?? '',
      organiser: evaluation.organiser,
      absent: names(rows.filter(each => each.record === null)),
      noSummary: names(present.filter(each => !each.hasSummary)),
      noScore: names(present.filter(each => each.score === null)),
    })
  }, [rows, row.year, evaluation])
}
