import { useMemo } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { ratingDuties, unionDuties } from '#shared/domain/rating/duties.ts'
import { ratingReportForm } from '#shared/domain/report/make-report-form.ts'
import type { ReportForm } from '#shared/domain/report/report-form.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import { ratingComponents } from '#shared/domain/scheme/scheme.ts'

/** The forms that unions may fill in online, one per union, of the same data as their Excel forms; none until `wanted`. */
export function useRatingReports(wanted: boolean): readonly ReportForm[] {
  const { year, organiser, scheme, instructors, ratings, mergers, deadlines } = useYearData().evaluation
  return useMemo(() => {
    if (!wanted) return []
    const head = { year, organiser, appraised: appraisedWord(scheme), deadline: deadlines?.ratings ?? '', scheme }
    return ratingComponents(scheme).flatMap(component =>
      unionDuties(component, ratingDuties(component, instructors, ratings, mergers)).map(union =>
        ratingReportForm({ ...head, component, union }),
      ),
    )
  }, [wanted, year, organiser, scheme, instructors, ratings, mergers, deadlines])
}
