import { Box, SegmentedControl } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { DecideDrawer } from './decide-drawer.tsx'
import { SittingBar } from './sitting-bar.tsx'
import type { Sitting } from './use-sitting.ts'
import type { Standings } from './use-standings.ts'
import { worklistColumns } from './worklist-columns.tsx'
import { FILTERS, type Filter, passes } from './worklist-filter.ts'

const words = DECISION.list

type WorklistPanelProps = Standings & { readonly sitting: Sitting; readonly onSitting: (sitting: Sitting) => void }

/** Everybody in the order of rank; a row opens the form that decides. */
export function WorklistPanel({ standings, quota, sitting, onSitting }: WorklistPanelProps) {
  const { scheme, closed } = useYearData().evaluation
  const [filter, setFilter] = useState<Filter>(() => (standings.some(each => passes(each, 'open')) ? 'open' : 'all'))
  // The people in the list when the form was opened: going to the next one must not jump as the list gets shorter.
  const [search] = useSearchParams()
  const [deciding, setDeciding] = useState<{ readonly ids: readonly string[]; readonly at: number } | null>(() => {
    // Another page sent for somebody.
    const at = standings.findIndex(({ instructor }) => instructor.id === search.get('decide'))
    return at < 0 || closed ? null : { ids: standings.map(({ instructor }) => String(instructor.id)), at }
  })
  const rows = useMemo(() => standings.filter(standing => passes(standing, filter)), [standings, filter])
  const open = useCallback(
    (standing: Standing) =>
      setDeciding({ ids: rows.map(row => String(row.instructor.id)), at: rows.indexOf(standing) }),
    [rows],
  )
  const columns = useMemo(() => worklistColumns(scheme, open), [scheme, open])
  const current = deciding && standings.find(standing => standing.instructor.id === deciding.ids[deciding.at])
  const go = (step: number) =>
    setDeciding(before => (before?.ids[before.at + step] ? { ...before, at: before.at + step } : null))
  return (
    <Panel
      title={words.title}
      name="worklist"
      flush
      aside={
        <SegmentedControl
          aria-label={words.filter}
          size="xs"
          data={FILTERS.map(each => ({
            value: each,
            label: `${words[each]} ${standings.filter(standing => passes(standing, each)).length}`,
          }))}
          value={filter}
          onChange={setFilter}
        />
      }
    >
      {!closed && standings.length > 0 && (
        <Box px="md" py="sm">
          <SittingBar standings={standings} quota={quota} sitting={sitting} onSitting={onSitting} />
        </Box>
      )}
      <DataTable
        label={words.title}
        columns={columns}
        rows={rows}
        rowKey={row => row.instructor.id}
        onOpen={open}
        empty={words.none}
      />
      {current && deciding && (
        <DecideDrawer
          key={current.instructor.id}
          standing={current}
          quota={quota}
          sitting={sitting}
          onSitting={onSitting}
          previous={deciding.at > 0 ? () => go(-1) : null}
          next={deciding.at < deciding.ids.length - 1 ? () => go(1) : null}
          onClose={() => setDeciding(null)}
        />
      )}
    </Panel>
  )
}
