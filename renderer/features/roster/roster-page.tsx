import { Button, Stack } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { ROSTER } from '#renderer/strings/roster.ts'
import { rosterColumns } from './roster-columns.tsx'
import { filterRoster, WHOLE_ROSTER } from './roster-filter.ts'
import { RosterFilters } from './roster-filters.tsx'

/** The roster: found by name, initials, unit, kind, level or posting; a row opens the person. */
export function RosterPage() {
  const { row, evaluation } = useYearData()
  const { instructors, scheme } = evaluation
  const navigate = useNavigate()
  const [filter, setFilter] = useState(WHOLE_ROSTER)
  const applied = useDeferredValue(filter)
  const shown = useMemo(() => filterRoster(instructors, applied), [instructors, applied])
  const columns = useMemo(() => {
    const numbers = new Map<string, number>(instructors.map((person, index) => [person.id, index + 1]))
    return rosterColumns(row.year, scheme, numbers)
  }, [row.year, instructors, scheme])
  return (
    <Page name="roster" title={ROSTER.title} lead={ROSTER.lead(shown.length, instructors.length)}>
      <RosterFilters people={instructors} filter={filter} onChange={setFilter} />
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
    </Page>
  )
}
