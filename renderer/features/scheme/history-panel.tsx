import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { PUBLICATION } from '#renderer/strings/publication.ts'
import type { Publication } from '#shared/domain/scheme/publication.ts'

/** Who published, unlocked or replaced the scheme, when and why. */
export function HistoryPanel({ publication }: { readonly publication: Publication }) {
  return (
    <Panel title={PUBLICATION.history} name="publication" flush>
      <PlainTable
        label={PUBLICATION.history}
        columns={[
          { title: PUBLICATION.date, width: 120 },
          { title: PUBLICATION.action, width: 110 },
          { title: PUBLICATION.by, width: 140 },
          { title: PUBLICATION.reason },
          { title: PUBLICATION.minute, width: 200 },
        ]}
        rows={publication.history.map((act, index) => ({
          // The history is only ever added to.
          key: `${index}:${act.action}`,
          cells: [act.date, PUBLICATION.actions[act.action], act.by, act.reason ?? '', act.minute ?? ''],
        }))}
      />
    </Panel>
  )
}
