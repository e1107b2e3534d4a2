import { Anchor, Stack, Tabs } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { Notice } from '#renderer/components/notice.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { isAtWork } from '#renderer/jobs/host-job.ts'
import { ProgressPanel } from '#renderer/jobs/progress-panel.tsx'
import { useJob } from '#renderer/jobs/use-job.ts'
import { SCANS } from '#renderer/strings/scans.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { ChoiceView } from './choice-view.tsx'
import { FailedView } from './failed-view.tsx'
import { FinishedView } from './finished-view.tsx'
import { PausedView } from './paused-view.tsx'
import { printerOf } from './printer.ts'
import { ScansView } from './scans/scans-view.tsx'

/** Choose, watch, open: the sheets as PDF. */
export function SheetsPage() {
  const { row, gaps } = useYearData()
  const [parameters, setParameters] = useSearchParams()
  const tab = parameters.get('tab') === 'signed' ? 'signed' : 'make'
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
      <Tabs
        value={tab}
        onChange={value => setParameters(value === 'signed' ? { tab: 'signed' } : {}, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="make">{SCANS.tabs.make}</Tabs.Tab>
          <Tabs.Tab value="signed">{SCANS.tabs.signed}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="make">
          <Stack gap="md">
            <PrintView />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="signed">
          <ScansView />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

/** From the choice to the finished files. */
function PrintView() {
  const { runner, job } = useJob(printerOf)
  return (
    <>
      {job.kind === 'idle' && <ChoiceView />}
      {isAtWork(job) && (
        <ProgressPanel
          name="progress"
          job={job}
          words={SHEETS}
          onCancel={runner.cancel}
          pausing={{ words: SHEETS, onPause: runner.pause }}
        />
      )}
      {job.kind === 'paused' && <PausedView job={job} />}
      {job.kind === 'finished' && <FinishedView job={job} />}
      {(job.kind === 'failed' || job.kind === 'cancelled') && <FailedView job={job} />}
    </>
  )
}
