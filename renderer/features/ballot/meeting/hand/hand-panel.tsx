import { Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { EditGrid } from '#renderer/components/edit-grid/edit-grid.tsx'
import type { CellChange } from '#renderer/components/edit-grid/grid-column.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { CountCells } from '#shared/domain/ballot/manual-counts/count-cells.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { DifferencesTable } from './differences-table.tsx'
import { type HandGridRow, handColumns } from './hand-columns.tsx'
import { type HandSheet, handState, rowKey, validOf } from './hand-sheets.ts'
import { useHandPairs } from './use-hand-pairs.ts'

const words = MEETING.hand

type HandPanelProps = {
  readonly plan: MeetingPlan
  readonly setUp: MeetingSetUp
  readonly component: BallotComponent
}

/** 唱票: two counters' totals of the paper ballots, each typed without sight of the other's, then compared. */
export function HandPanel({ plan, setUp, component }: HandPanelProps) {
  const { row } = useYearData()
  const { pairOf, setPair } = useHandPairs(row.year, plan.id)
  const groups = setUp.groups.filter(group => (group.paper ?? 0) > 0)
  const [chosen, setChosen] = useState<string>(groups[0]?.id ?? '')
  const [counter, setCounter] = useState<0 | 1>(0)
  const group = groups.find(each => each.id === chosen)
  if (!group) return null
  const pair = pairOf(chosen)
  const state = handState(pair, chosen, setUp, component)
  const counters = (plan.roles ?? []).filter(({ role }) => role === 'counter').map(({ name }) => name)
  const set = (sheet: HandSheet) => setPair(chosen, counter === 0 ? [sheet, pair[1]] : [pair[0], sheet])
  return (
    <Panel
      title={words.title}
      name="hand-count"
      aside={
        <SegmentedControl
          aria-label={words.group}
          size="xs"
          value={chosen}
          onChange={setChosen}
          data={groups.map(each => ({ value: each.id, label: `${each.id} ${each.name}` }))}
        />
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        <Group gap="lg" align="flex-end">
          <SegmentedControl
            aria-label={words.counter}
            value={String(counter)}
            onChange={value => setCounter(value === '1' ? 1 : 0)}
            data={[0, 1].map(index => ({ value: String(index), label: words.counterName(index + 1, counters[index]) }))}
          />
          <Numbers key={`${chosen}:${counter}`} sheet={pair[counter]} onChange={set} />
          <Standing state={state.kind} />
        </Group>
        {state.kind === 'differs' && (
          <DifferencesTable differences={state.differences} setUp={setUp} component={component} />
        )}
        <SheetGrid
          key={`${chosen} ${counter}`}
          label={words.grid(chosen, counter + 1)}
          sheet={pair[counter]}
          setUp={setUp}
          component={component}
          peers={group.peers === true}
          onChange={set}
        />
      </Stack>
    </Panel>
  )
}

function Standing({ state }: { readonly state: 'typing' | 'differs' | 'agreed' }) {
  const tone = ({ typing: 'quiet', differs: 'lacking', agreed: 'complete' } as const)[state]
  return <StateMark tone={tone}>{words.states[state]}</StateMark>
}

function Numbers({ sheet, onChange }: { readonly sheet: HandSheet; readonly onChange: (sheet: HandSheet) => void }) {
  const wrong = sheet.returned !== '' && validOf(sheet) === null
  return (
    <>
      <TextInput
        label={words.returned}
        w={110}
        inputMode="numeric"
        value={sheet.returned}
        onChange={event => onChange({ ...sheet, returned: event.currentTarget.value.normalize('NFKC').trim() })}
        error={wrong ? words.notCount : undefined}
      />
      <TextInput
        label={words.void}
        w={110}
        inputMode="numeric"
        value={sheet.void}
        onChange={event => onChange({ ...sheet, void: event.currentTarget.value.normalize('NFKC').trim() })}
      />
    </>
  )
}

type SheetGridProps = {
  readonly label: string
  readonly sheet: HandSheet
  readonly setUp: MeetingSetUp
  readonly component: BallotComponent
  readonly peers: boolean
  readonly onChange: (sheet: HandSheet) => void
}

const EMPTY: CountCells = {}

function SheetGrid({ label, sheet, setUp, component, peers, onChange }: SheetGridProps) {
  const known = useRef<ReadonlyMap<string, HandGridRow>>(new Map())
  const valid = validOf(sheet)
  const columns = useMemo(() => handColumns(component, setUp, peers, valid), [component, setUp, peers, valid])
  const rows = useMemo(() => {
    const made = setUp.instructors.flatMap(person =>
      setUp.indicators.map((indicator): HandGridRow => {
        const key = rowKey(person.id, indicator.id)
        const cells = sheet.rows[key] ?? EMPTY
        const before = known.current.get(key)
        return before?.cells === cells ? before : { key, name: person.name, indicator: indicator.name, cells }
      }),
    )
    known.current = new Map(made.map(each => [each.key, each]))
    return made
  }, [setUp, sheet.rows])
  const edit = (changes: readonly CellChange[]) => {
    const next: Record<string, CountCells> = { ...sheet.rows }
    for (const { row, column, text } of changes) next[row] = { ...next[row], [column]: text }
    onChange({ ...sheet, rows: next })
  }
  return <EditGrid label={label} columns={columns} rows={rows} rowKey={keyOf} rowName={nameOf} onEdit={edit} />
}

function keyOf({ key }: HandGridRow): string {
  return key
}

function nameOf({ name, indicator }: HandGridRow): string {
  return `${name} ${indicator}`
}
