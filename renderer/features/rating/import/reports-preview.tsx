import { useCallback } from 'react'
import { REPORTING } from '#renderer/strings/reporting.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import { collectReports } from './collect-reports.ts'
import { RatingPreview } from './rating-preview.tsx'

type ReportsPreviewProps = { readonly reports: readonly ReportEntry[]; readonly onClose: () => void }

/** The ratings that were submitted online, before anything is changed. */
export function ReportsPreview({ reports, onClose }: ReportsPreviewProps) {
  const collect = useCallback((evaluation: Evaluation) => collectReports(reports, evaluation), [reports])
  const { previewTitle, previewLead, taken } = REPORTING.rating
  const lead = (people: number) => previewLead(reports.length, people)
  return <RatingPreview collect={collect} title={previewTitle} lead={lead} done={taken} onClose={onClose} />
}
