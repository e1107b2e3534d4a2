import { Button, Stack, Tabs } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { NobodyPage } from '#renderer/components/nobody-page.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { NOBODY } from '#renderer/strings/nobody.ts'
import { FinalPanel } from './final-panel.tsx'
import { NoticesTab } from './notices/notices-tab.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import { RecordPanel } from './record-panel.tsx'
import { TiesPanel } from './ties-panel.tsx'
import { useSitting } from './use-sitting.ts'
import { type Standings, useStandings } from './use-standings.ts'
import { WorklistPanel } from './worklist-panel.tsx'

const TABS = ['work', 'notices', 'final', 'record'] as const

/** From proposals to what is settled: decide person by person, put up and review, the final list, the record. */
export function DecisionPage() {
  const { row, evaluation } = useYearData()
  if (evaluation.instructors.length === 0)
    return <NobodyPage name="decision" title={DECISION.title} text={NOBODY.decision} year={row.year} />
  return <Decisions />
}

function Decisions() {
  const { row } = useYearData()
  const [search, setSearch] = useSearchParams()
  const data = useStandings()
  const tab = TABS.find(each => each === search.get('tab')) ?? 'work'
  return (
    <Page
      name="decision"
      title={DECISION.title}
      lead={DECISION.lead}
      actions={
        <Button component={Link} to={`/${row.year}/score`} variant="default">
          {DECISION.toScore}
        </Button>
      }
    >
      <Tabs
        value={tab}
        onChange={next => setSearch(next === 'work' || next === null ? {} : { tab: next }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map(each => (
            <Tabs.Tab key={each} value={each}>
              {DECISION.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="work">
          <Work {...data} />
        </Tabs.Panel>
        <Tabs.Panel value="notices">
          <NoticesTab {...data} />
        </Tabs.Panel>
        <Tabs.Panel value="final">
          <FinalPanel {...data} />
        </Tabs.Panel>
        <Tabs.Panel value="record">
          <RecordPanel />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function Work(data: Standings) {
  const { closed } = useYearData().evaluation
  const { sitting, setSitting } = useSitting()
  return (
    <Stack gap="md">
      <ProgressPanel {...data} />
      {!closed &&
        data.quota
          .filter(use => use.tied.length > 0)
          .map(use => <TiesPanel key={use.pool} use={use} sitting={sitting} />)}
      <WorklistPanel {...data} sitting={sitting} onSitting={setSitting} />
    </Stack>
  )
}
