import { Button, Switch } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { CollectDialog } from '#renderer/collect/collect-dialog.tsx'
import { DeadlineBar } from '#renderer/collect/deadline-bar.tsx'
import { OnlinePage } from '#renderer/collect/online/online-page.tsx'
import { useOnline } from '#renderer/collect/online/use-online.ts'
import { useReadForms } from '#renderer/collect/use-read-forms.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Facts } from '#renderer/components/facts.tsx'
import { useFileDrop } from '#renderer/components/file-drop.ts'
import { NobodyPage } from '#renderer/components/nobody-page.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOBODY } from '#renderer/strings/nobody.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import { selfComponent } from '#shared/domain/scheme/scheme.ts'
import { ReportsPreview } from './import/reports-preview.tsx'
import { SelfPreview } from './import/self-preview.tsx'
import { SelfActions } from './self-actions.tsx'
import { selfColumns } from './self-columns.tsx'
import { SelfDrawer } from './self-drawer.tsx'
import { selfFacts } from './self-facts.ts'
import { SelfGrid } from './self-grid.tsx'
import { isIncomplete, type SelfRow, selfRows } from './self-rows.ts'
import { useSelfReminder } from './use-self-reminder.ts'
import { useSelfReports } from './use-self-reports.ts'

/** Who has handed in what; forms out and in, and the form of one person or of all. */
export function SelfPage() {
  const data = useYearData()
  const { row: yearRow, evaluation } = data
  const closed = evaluation.closed !== undefined
  const component = selfComponent(evaluation.scheme)
  const navigate = useNavigate()
  const [onlyMissing, setOnlyMissing] = useState(false)
  const [editing, setEditing] = useState<SelfRow['instructor'] | null>(null)
  const [typing, setTyping] = useState(false)
  const [asking, setAsking] = useState(false)
  const forms = useReadForms()
  const online = useOnline(yearRow.year)
  const [onlineShown, setOnlineShown] = useState(false)
  const reportForms = useSelfReports(onlineShown)
  const [reports, setReports] = useState<readonly ReportEntry[] | null>(null)
  // A figure that is typed stands in the grid before everybody is scored again.
  const settled = useDeferredValue(data)
  const rows = useMemo(() => selfRows(settled), [settled])
  const columns = useMemo(
    () => selfColumns(yearRow.year, closed ? null : row => setEditing(row.instructor)),
    [yearRow.year, closed],
  )
  const shown = useMemo(() => (onlyMissing ? rows.filter(isIncomplete) : rows), [rows, onlyMissing])
  const reminder = useSelfReminder(rows)
  const busy = closed || typing || editing !== null || onlineShown || rows.length === 0 || forms.state.kind === 'read'
  useFileDrop(busy ? null : SELF.dropWords, files => {
    setAsking(true)
    void forms.read(files)
    return true
  })
  if (!component)
    return (
      <Page name="self" title={SELF.title}>
        <Panel>
          <EmptyNote title={SELF.none} text={SELF.noneText} />
        </Panel>
      </Page>
    )
  if (rows.length === 0) return <NobodyPage name="self" title={SELF.title} text={NOBODY.self} year={yearRow.year} />
  const endCollecting = () => {
    setAsking(false)
    forms.close()
  }
  if (forms.state.kind === 'read')
    return (
      <SelfPreview
        component={component}
        files={forms.state.files}
        onClose={partly => {
          endCollecting()
          if (partly) setTyping(true)
        }}
      />
    )
  if (reports) return <ReportsPreview component={component} reports={reports} onClose={() => setReports(null)} />
  if (onlineShown && online)
    return (
      <OnlinePage
        year={yearRow.year}
        what={SELF.title}
        forms={reportForms}
        deadline={evaluation.deadlines?.self ?? ''}
        online={online}
        onLook={closed ? null : setReports}
        onClose={() => setOnlineShown(false)}
      />
    )

  const complete = rows.filter(row => !isIncomplete(row)).length
  return (
    <Page
      name="self"
      title={SELF.title}
      lead={SELF.lead}
      actions={
        typing && !closed ? (
          <Button onClick={() => setTyping(false)}>{SELF.gridDone}</Button>
        ) : (
          <SelfActions
            component={component}
            rows={rows}
            onOnline={online?.address ? () => setOnlineShown(true) : null}
            changes={closed ? null : { onCollect: () => setAsking(true), onGrid: () => setTyping(true) }}
          />
        )
      }
    >
      <Panel>
        <DeadlineBar
          deadline="self"
          name={SELF.title}
          done={complete}
          total={rows.length}
          words={SELF.progress(complete, rows.length)}
          reminder={complete < rows.length ? reminder : null}
        />
      </Panel>
      {typing && !closed ? (
        <Panel>
          <SelfGrid component={component} />
        </Panel>
      ) : (
        <>
          <Panel>
            <Facts facts={selfFacts(rows)} />
          </Panel>
          <Panel
            title={SELF.list}
            flush
            aside={
              <Switch
                label={SELF.onlyMissing}
                checked={onlyMissing}
                onChange={event => setOnlyMissing(event.currentTarget.checked)}
              />
            }
          >
            <DataTable
              label={SELF.list}
              columns={columns}
              rows={shown}
              rowKey={row => row.instructor.id}
              onOpen={row => navigate(`/${yearRow.year}/people/${row.instructor.id}?from=roster`)}
              empty={SELF.allComplete}
            />
          </Panel>
        </>
      )}
      {asking && (
        <CollectDialog
          title={SELF.collectTitle}
          hint={SELF.collectHint}
          state={forms.state}
          onFiles={files => void forms.read(files)}
          onClose={endCollecting}
        />
      )}
      {editing && (
        <SelfDrawer
          key={editing.id}
          component={componentFor(evaluation.scheme, component, editing.posting)}
          instructor={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  )
}
