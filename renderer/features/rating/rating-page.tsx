import { useState } from 'react'
import { CollectDialog } from '#renderer/collect/collect-dialog.tsx'
import { OnlinePage } from '#renderer/collect/online/online-page.tsx'
import { useOnline } from '#renderer/collect/online/use-online.ts'
import { useReadForms } from '#renderer/collect/use-read-forms.ts'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { useFileDrop } from '#renderer/components/file-drop.ts'
import { NobodyPage } from '#renderer/components/nobody-page.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOBODY } from '#renderer/strings/nobody.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import { ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { FilesPreview } from './import/files-preview.tsx'
import { ReportsPreview } from './import/reports-preview.tsx'
import { RatingActions } from './rating-actions.tsx'
import { RatingDeadline } from './rating-deadline.tsx'
import { RatingGridPanel } from './rating-grid-panel.tsx'
import { RatingPanel } from './rating-panel.tsx'
import { useRatingReports } from './use-rating-reports.ts'

/** The form to type into: which component's, and whose union first ('' for all). */
export type Typing = { readonly component: string; readonly union: string }

/** What the unions have rated, and who is still to be rated; forms out and in, and the forms to type into. */
export function RatingPage() {
  const { row, evaluation } = useYearData()
  const closed = evaluation.closed !== undefined
  const components = ratingComponents(evaluation.scheme)
  const [typing, setTyping] = useState<Typing | null>(null)
  const [asking, setAsking] = useState(false)
  const [editing, setEditing] = useState(false)
  const forms = useReadForms()
  const online = useOnline(row.year)
  const [onlineShown, setOnlineShown] = useState(false)
  const reportForms = useRatingReports(onlineShown)
  const [reports, setReports] = useState<readonly ReportEntry[] | null>(null)
  const empty = components.length === 0 || evaluation.instructors.length === 0
  const busy = closed || empty || typing !== null || editing || onlineShown || forms.state.kind === 'read'
  useFileDrop(busy ? null : RATING.dropWords, files => {
    setAsking(true)
    void forms.read(files)
    return true
  })
  if (components.length === 0)
    return (
      <Page name="rating" title={RATING.title}>
        <Panel>
          <EmptyNote title={RATING.none} text={RATING.noneText} />
        </Panel>
      </Page>
    )
  if (evaluation.instructors.length === 0)
    return <NobodyPage name="rating" title={RATING.title} text={NOBODY.rating} year={row.year} />
  const endCollecting = () => {
    setAsking(false)
    forms.close()
  }
  if (forms.state.kind === 'read') return <FilesPreview files={forms.state.files} onClose={endCollecting} />
  if (reports) return <ReportsPreview reports={reports} onClose={() => setReports(null)} />
  if (onlineShown && online)
    return (
      <OnlinePage
        year={row.year}
        what={RATING.title}
        forms={reportForms}
        deadline={evaluation.deadlines?.ratings ?? ''}
        online={online}
        onLook={closed ? null : setReports}
        onClose={() => setOnlineShown(false)}
      />
    )
  const typed = closed ? undefined : components.find(component => component.id === typing?.component)
  return (
    <Page
      name="rating"
      title={RATING.title}
      lead={RATING.lead}
      actions={
        <RatingActions
          components={components}
          typing={typed !== undefined}
          onDone={() => setTyping(null)}
          onOnline={empty ? null : () => setOnlineShown(true)}
          changes={closed || empty ? null : { onCollect: () => setAsking(true), onGrid: setTyping }}
        />
      }
    >
      <RatingDeadline components={components} />
      {typed && typing ? (
        <RatingGridPanel key={typed.id} component={typed} first={typing.union} />
      ) : (
        components.map(component => (
          <RatingPanel
            key={component.id}
            component={component}
            online={online}
            onGrid={closed ? null : union => setTyping({ component: component.id, union })}
            onEditing={setEditing}
          />
        ))
      )}
      {asking && (
        <CollectDialog
          title={RATING.collectTitle}
          hint={RATING.collectHint}
          state={forms.state}
          onFiles={files => void forms.read(files)}
          onClose={endCollecting}
        />
      )}
    </Page>
  )
}
