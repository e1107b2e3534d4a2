import { useMemo } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { collectReports } from './collect-reports.ts'
import { CollectedPreview } from './collected-preview.tsx'

type ReportsPreviewProps = {
  readonly component: SelfComponent
  readonly reports: readonly ReportEntry[]
  readonly onClose: () => void
}

/** The self-assessments that were submitted online. */
export function ReportsPreview({ component, reports, onClose }: ReportsPreviewProps) {
  const { evaluation } = useYearData()
  const { people, problems } = useMemo(() => collectReports(reports, evaluation), [reports, evaluation])
  const { previewTitle, previewLead, taken } = REPORTING.self
  return (
    <CollectedPreview
      name="self-reports"
      title={previewTitle}
      lead={previewLead(people.length)}
      component={component}
      people={people}
      problems={problems}
      asFiles={false}
      done={taken}
      onClose={onClose}
    />
  )
}
