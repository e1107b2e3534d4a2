import { useMemo } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { selfReportForm } from '#shared/domain/report/make-report-form.ts'
import type { ReportForm } from '#shared/domain/report/report-form.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import { selfComponent } from '#shared/domain/scheme/scheme.ts'

/** The forms that people may fill in online, one per person, of the same data as their Excel forms; none until `wanted`. */
export function useSelfReports(wanted: boolean): readonly ReportForm[] {
  const { year, organiser, scheme, instructors, self, deadlines } = useYearData().evaluation
  return useMemo(() => {
    const component = wanted ? selfComponent(scheme) : undefined
    if (!component) return []
    const records = new Map(self.map(record => [record.instructor, record]))
    const head = { year, organiser, appraised: appraisedWord(scheme), deadline: deadlines?.self ?? '', scheme }
    return instructors.map(instructor =>
      selfReportForm({
        ...head,
        component: componentFor(scheme, component, instructor.posting),
        instructor,
        record: records.get(instructor.id) ?? null,
      }),
    )
  }, [wanted, year, organiser, scheme, instructors, self, deadlines])
}
