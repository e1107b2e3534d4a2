import { Button, Stack, Text } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { changeYear } from '#renderer/db/repositories/change-year.ts'
import { loadEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { OPERATOR, readSetting } from '#renderer/db/repositories/settings.ts'
import { listYears } from '#renderer/db/repositories/years.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { historyChanges, withHistory } from '#shared/domain/evaluation/carry-history.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'

const words = ARCHIVE.history

/** Later years that have another grade of this year than was decided in the end: shown, and corrected on a word. */
export function HistoryPanel() {
  const database = useDatabase()
  const { evaluation, row } = useYearData()
  const later = useLiveQuery(async () => {
    const rows = (await listYears(database)).filter(each => each.year > row.year && each.sample === row.sample)
    const years = await Promise.all(rows.map(each => loadEvaluation(database, each.year)))
    return years.filter(year => year !== null && year !== undefined)
  }, [database, row.year, row.sample])
  return later?.map(into => <LaterYear key={into.year} from={evaluation} into={into} />)
}

function LaterYear({ from, into }: { readonly from: Evaluation; readonly into: Evaluation }) {
  const database = useDatabase()
  const changes = historyChanges(from, into)
  if (changes.length === 0) return null
  const label = (id: string | null) =>
    id === null ? words.none : (into.scheme.grades.find(grade => grade.id === id)?.label ?? id)
  const correct = async () => {
    const act = {
      what: words.what(from.year, changes.length),
      by: await readSetting(database, OPERATOR),
      at: new Date().toISOString(),
    }
    const changed = await changeYear(database, into.year, act, now =>
      withHistory(now, from.year, historyChanges(from, now)),
    ).catch(() => null)
    if (changed?.ok) tellSuccess(words.done(changes.length))
    else tellFailure(words.failed)
  }
  return (
    <Panel title={words.title} name="history">
      <Stack gap="sm" align="flex-start">
        <Text>{words.lead(from.year, into.year, changes.length)}</Text>
        <PlainTable
          label={words.title}
          columns={[
            { title: words.person, width: 160 },
            { title: words.was(into.year), width: 160 },
            { title: words.now },
          ]}
          rows={changes.map(change => ({
            key: change.instructor,
            cells: [change.name, label(change.was), label(change.now)],
          }))}
        />
        <Button variant="default" onClick={() => void correct()}>
          {words.action(into.year)}
        </Button>
      </Stack>
    </Panel>
  )
}
