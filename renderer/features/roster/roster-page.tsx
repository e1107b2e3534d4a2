import { Button, Stack, Text } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { today as todayNow } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { ROSTER } from '#renderer/strings/roster.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { PersonDrawer } from './edit/person-drawer.tsx'
import { RosterGrid } from './edit/roster-grid.tsx'
import { EmptyRoster } from './empty-roster.tsx'
import { ImportPreview } from './import/import-preview.tsx'
import { useRosterImport } from './import/use-roster-import.tsx'
import { RosterActions } from './roster-actions.tsx'
import { rosterColumns } from './roster-columns.tsx'
import { filterRoster, WHOLE_ROSTER } from './roster-filter.ts'
import { RosterFilters } from './roster-filters.tsx'
import { useRosterFiles } from './use-roster-files.ts'

/** The form that is open: of a person, or of somebody new. */
type Editing = { readonly person: Instructor | null }

/**
 * The roster: found by name, initials, unit, kind, level, posting or term; a row opens the person. Edited in a form or as a
 * table, imported with a preview, exported and printed.
 */
export function RosterPage() {
  const { row, evaluation } = useYearData()
  const { instructors, scheme } = evaluation
  const closed = evaluation.closed !== undefined
  const navigate = useNavigate()
  const [filter, setFilter] = useState(WHOLE_ROSTER)
  const [today] = useState(() => todayNow())
  const [editing, setEditing] = useState<Editing | null>(null)
  const [typing, setTyping] = useState(false)
  const files = useRosterFiles()
  const roster = useRosterImport(closed || typing)
  const applied = useDeferredValue(filter)
  const shown = useMemo(() => filterRoster(instructors, applied, today), [instructors, applied, today])
  const columns = useMemo(() => {
    const numbers = new Map<string, number>(instructors.map((person, index) => [person.id, index + 1]))
    const onEdit = closed ? null : (person: Instructor) => setEditing({ person })
    return rosterColumns({ year: row.year, scheme, numbers, today, onEdit })
  }, [row.year, instructors, scheme, today, closed])

  if (roster.file.kind === 'read')
    return <ImportPreview source={roster.file.source} reading={roster.file.reading} onClose={roster.close} />

  const imports = { onFile: roster.chooseFile, onPaste: roster.openPaste, onTemplate: () => void files.saveTemplate() }
  const changes = closed
    ? null
    : { ...imports, onAdd: () => setEditing({ person: null }), onGrid: () => setTyping(true) }
  const exports = {
    onForm: () => void files.saveRoster(),
    onCsv: files.saveCsv,
    onPrint: () => files.print(shown),
  }
  const actions =
    typing && !closed ? (
      <Button onClick={() => setTyping(false)}>{ROSTER.gridDone}</Button>
    ) : (
      <RosterActions changes={changes} files={exports} empty={instructors.length === 0} />
    )
  return (
    <Page name="roster" title={ROSTER.title} lead={ROSTER.lead(shown.length, instructors.length)} actions={actions}>
      {instructors.length === 0 ? (
        <EmptyRoster changes={changes} />
      ) : (
        <>
          <RosterFilters people={instructors} filter={filter} onChange={setFilter} />
          {typing && !closed ? (
            <Panel>
              <Text size="sm" c="dimmed" mb="xs">
                {ROSTER.gridLead}
              </Text>
              <RosterGrid people={shown} />
            </Panel>
          ) : (
            <Panel flush>
              <DataTable
                label={ROSTER.list}
                columns={columns}
                rows={shown}
                rowKey={person => person.id}
                onOpen={person => navigate(`/${row.year}/people/${person.id}?from=roster`)}
                empty={
                  <Stack align="center" gap="xs">
                    {ROSTER.nobody}
                    <Button variant="default" size="xs" onClick={() => setFilter(WHOLE_ROSTER)}>
                      {ROSTER.clear}
                    </Button>
                  </Stack>
                }
              />
            </Panel>
          )}
        </>
      )}
      {roster.parts}
      {editing && (
        <PersonDrawer key={editing.person?.id ?? 'new'} person={editing.person} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}
