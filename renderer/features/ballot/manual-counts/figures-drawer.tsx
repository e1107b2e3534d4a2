import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { EditGrid } from '#renderer/components/edit-grid/edit-grid.tsx'
import type { CellChange } from '#renderer/components/edit-grid/grid-column.ts'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { MANUAL_COUNTS } from '#renderer/strings/manual-counts.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { type BallotComponent, ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { checkFigures, type MeetingDraft } from './check-figures.ts'
import { figuresColumns, handlings } from './figures-columns.ts'
import { type FigureRow, figureOf, formOf, isFiguresForm } from './figures-form.ts'

const words = MANUAL_COUNTS.form

type FiguresDrawerProps = {
  /** Null: a new one. */
  readonly meeting: Meeting | null
  readonly component: BallotComponent
  /** The id of the meeting, also of a new one. */
  readonly id: string
  /** Resolves to whether it was saved. */
  readonly onSave: (meeting: MeetingDraft) => Promise<boolean>
  readonly onClose: () => void
}

/** A meeting's figures as on the 清点单, checked while they are typed. */
export function FiguresDrawer({ meeting, component: first, id, onSave, onClose }: FiguresDrawerProps) {
  const { scheme } = useYearData().evaluation
  const components = ballotComponents(scheme)
  const begun = useMemo(() => formOf(meeting, first), [meeting, first])
  const draft = useDraft(`figures:${id}`, begun, isFiguresForm)
  const form = draft.value ?? begun
  const component = components.find(each => each.id === form.component) ?? first
  const {
    problems,
    meeting: wanted,
    small,
  } = useMemo(() => checkFigures(form, id, component, scheme), [form, id, component, scheme])
  const untouched = form === begun
  // An empty form is not wrong yet.
  const columns = useMemo(
    () => figuresColumns(component, untouched ? new Map() : problems),
    [component, problems, untouched],
  )
  const edit = (changes: readonly CellChange[]) =>
    draft.set({
      ...form,
      rows: form.rows.map(row =>
        changes.filter(change => change.row === row.id).reduce((line, change) => enter(line, change, component), row),
      ),
    })
  const leave = () => {
    void draft.drop()
    onClose()
  }
  const round = figureOf(form.round)
  return (
    <FormDrawer
      title={meeting ? words.editTitle : words.title}
      size={960}
      changed={JSON.stringify(form) !== JSON.stringify(begun)}
      disabled={wanted === null}
      save={words.save}
      recovered={draft.recovered}
      onStartOver={() => draft.set(begun)}
      onSave={async () => wanted !== null && (await onSave(wanted))}
      onClose={leave}
    >
      <Stack gap="md">
        <Group gap="sm" align="flex-start">
          {components.length > 1 && !meeting && (
            <Select
              label={words.component}
              allowDeselect={false}
              data={components.map(each => ({ value: String(each.id), label: each.name }))}
              value={form.component}
              onChange={value => {
                const next = components.find(each => each.id === value)
                if (next) draft.set({ ...formOf(null, next), date: form.date, place: form.place, round: form.round })
              }}
            />
          )}
          <DateField label={words.date} w={170} value={form.date} onChange={date => draft.set({ ...form, date })} />
          <TextInput
            label={words.place}
            w={280}
            value={form.place}
            onChange={event => draft.set({ ...form, place: event.currentTarget.value })}
          />
          <TextInput
            label={words.round}
            w={80}
            inputMode="numeric"
            value={form.round}
            error={round === null || round < 1 ? words.roundWrong : undefined}
            onChange={event => draft.set({ ...form, round: event.currentTarget.value })}
          />
        </Group>
        <EditGrid
          label={words.groups}
          columns={columns}
          rows={form.rows}
          rowKey={rowKey}
          rowName={rowName}
          onEdit={edit}
        />
        {small && (
          <Text size="sm" c="var(--pingyi-lack)">
            {words.small(scheme.minGroupBallots)}
          </Text>
        )}
      </Stack>
    </FormDrawer>
  )
}

function rowKey(row: FigureRow): string {
  return row.id
}

function rowName(row: FigureRow): string {
  return `${row.id} ${row.name}`
}

function enter(row: FigureRow, { column, text }: CellChange, component: BallotComponent): FigureRow {
  if (column !== 'handling') return { ...row, [column]: text }
  const way = [...handlings(component)].find(([, label]) => label === text)?.[0]
  return way === undefined || way === row.id ? row : { ...row, handling: way }
}
