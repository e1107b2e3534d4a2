import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { collectReports } from './collect-reports.ts'
import { PeopleTable } from './people-table.tsx'
import { useSaveCollected } from './use-save-collected.ts'

type ReportsPreviewProps = {
  readonly component: SelfComponent
  readonly reports: readonly ReportEntry[]
  readonly onClose: () => void
}

/** The self-assessments that were submitted online, before anything is changed. */
export function ReportsPreview({ component, reports, onClose }: ReportsPreviewProps) {
  const { evaluation } = useYearData()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { save, progress } = useSaveCollected()
  const { people, problems } = useMemo(() => collectReports(reports, evaluation), [reports, evaluation])
  const words = SELF.preview
  const taken = people.filter(
    ({ instructor, state }) => state !== 'nothing' && state !== 'same' && !left.has(instructor.id),
  )
  const store = async () => {
    if (await save(taken, REPORTING.self.taken)) onClose()
  }
  return (
    <Page
      name="self-reports"
      title={REPORTING.self.previewTitle}
      lead={REPORTING.self.previewLead(people.length)}
      actions={
        <>
          <Button variant="default" onClick={onClose} disabled={progress !== null}>
            {words.back}
          </Button>
          <Button onClick={() => void store()} disabled={taken.length === 0} loading={progress !== null}>
            {words.save(taken.length)}
          </Button>
        </>
      }
    >
      {problems.length > 0 && (
        <Panel name="problems" title={`${words.problemsTitle}（${problems.length}）`} flush>
          <PlainTable
            label={words.problemsTitle}
            columns={[{ title: SELF.person, width: 90 }, { title: words.where }]}
            rows={problems.map((problem, index) => ({ key: String(index), cells: [problem.name, problem.words] }))}
          />
        </Panel>
      )}
      <Panel name="people" title={words.people} flush>
        <PeopleTable
          component={component}
          people={people}
          problems={[]}
          left={left}
          onTake={(id, take) => {
            const next = new Set(left)
            if (take) next.delete(id)
            else next.add(id)
            setLeft(next)
          }}
        />
      </Panel>
    </Page>
  )
}
