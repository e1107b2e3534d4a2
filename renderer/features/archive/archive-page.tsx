import { useState } from 'react'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useMadeArchives } from '#renderer/host/use-made-archives.ts'
import { isAtWork } from '#renderer/jobs/host-job.ts'
import { ProgressPanel } from '#renderer/jobs/progress-panel.tsx'
import { useJob } from '#renderer/jobs/use-job.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { gapDetail } from '#shared/domain/archive/archive-gap.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { archiverOf } from './archiver.ts'
import { ArchivesPanel } from './archives-panel.tsx'
import { AttachedPanel } from './attached-panel.tsx'
import { CheckPanel } from './check-panel.tsx'
import { CorrectionPanel } from './correction-panel.tsx'
import { DuePanel } from './due-panel.tsx'
import { EndedPanel } from './ended-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { KeepPanels } from './keep-panels.tsx'
import { MakePanel } from './make-panel.tsx'
import { OldArchivePanel } from './old-archive-panel.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { useArchiveGaps } from './use-archive-gaps.ts'
import { useArchiveSettings } from './use-archive-settings.ts'
import { useOldArchive } from './use-old-archive.ts'

/** Codes, what is missing, making, and checking of any archive of the year: one page, from top to bottom. */
export function ArchivePage() {
  const { row } = useYearData()
  const { runner, job } = useJob(archiverOf)
  const round = job.kind === 'finished' ? job.archive.number : 0
  const archives = useMadeArchives(row.year, round)
  const old = useOldArchive()
  return (
    <Page name="archive" title={ARCHIVE.title} lead={ARCHIVE.lead}>
      {job.kind === 'idle' && <Steps />}
      {isAtWork(job) && (
        <ProgressPanel name="archive-progress" job={job} words={ARCHIVE.make} onCancel={runner.cancel} />
      )}
      {(job.kind === 'finished' || job.kind === 'failed' || job.kind === 'cancelled') && <EndedPanel job={job} />}
      {archives && !isAtWork(job) && <ArchivesPanel archives={archives} onView={archive => void old.view(archive)} />}
      {!isAtWork(job) && <OldArchivePanel old={old} />}
      {archives && archives.length > 0 && job.kind === 'idle' && <CorrectionPanel archives={archives} />}
      {job.kind === 'idle' && <HistoryPanel />}
      {job.kind === 'idle' && <DuePanel round={round} />}
      {job.kind === 'idle' && <KeepPanels />}
    </Page>
  )
}

/** What comes before an archive is made. */
function Steps() {
  const { row, evaluation } = useYearData()
  const { runner } = useJob(archiverOf)
  const draft = useArchiveSettings()
  const check = useArchiveGaps(draft.texts.fonds)
  // What was confirmed are these very lines: a year that changes meanwhile asks anew.
  const [confirmed, setConfirmed] = useState<string | null>(null)
  const lines = check?.ok ? check.gaps.map(gapDetail).join('\n') : null
  const isConfirmed = lines !== null && (lines === '' || confirmed === lines)
  const obstacle = draft.wrong.length > 0 ? ARCHIVE.make.settingsFirst : isConfirmed ? null : ARCHIVE.make.confirmFirst
  const make = () =>
    runner.start(() => ({ evaluation: writeEvaluation(evaluation), settings: draft.texts, sample: row.sample }))
  return (
    <>
      <SettingsPanel year={row.year} draft={draft} />
      <AttachedPanel />
      <CheckPanel check={check} confirmed={isConfirmed} onConfirm={chosen => setConfirmed(chosen ? lines : null)} />
      <MakePanel check={check} obstacle={obstacle} onMake={() => void make()} />
    </>
  )
}
