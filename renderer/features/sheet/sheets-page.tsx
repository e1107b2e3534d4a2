import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { Notice } from '#renderer/components/notice.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { ChoiceView } from './choice-view.tsx'
import { FailedView } from './failed-view.tsx'
import { FinishedView } from './finished-view.tsx'
import { ProgressView } from './progress-view.tsx'
import { usePrinter } from './use-printer.ts'

/** Choose, watch, open: the sheets as PDF. */
export function SheetsPage() {
  const { row, gaps } = useYearData()
  const { job } = usePrinter()
  const people = new Set(gaps.map(gap => gap.instructor.id)).size
  return (
    <Page name="sheets" title={SHEETS.title} lead={SHEETS.lead}>
      {gaps.length > 0 && (
        <Notice>
          {SHEETS.lacking(gaps.length, people)}{' '}
          <Anchor component={Link} to={`/${row.year}/score`} inherit underline="always">
            {SHEETS.toGaps}
          </Anchor>
        </Notice>
      )}
      {job.kind === 'idle' && <ChoiceView />}
      {(job.kind === 'starting' || job.kind === 'running' || job.kind === 'cancelling') && <ProgressView job={job} />}
      {job.kind === 'finished' && <FinishedView job={job} />}
      {(job.kind === 'failed' || job.kind === 'cancelled') && <FailedView job={job} />}
    </Page>
  )
}
