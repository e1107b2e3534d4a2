import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import { lostScores, postedElsewhere, VARIANTS } from '#renderer/strings/scheme-variants.ts'
import type { RosterReading } from '#shared/contract/workbooks-registration.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { followPostings, type SchemeLoss } from '#shared/domain/evaluation/follow-scheme.ts'
import { applyImport, type ImportChoice } from '#shared/domain/roster/edit/apply-import.ts'
import type { InstructorKind } from '#shared/domain/roster/instructor.ts'
import { KIND_WORDS } from '#shared/domain/roster/words.ts'
import { Findings } from './findings.tsx'
import { previewColumns } from './preview-columns.tsx'
import {
  type Choices,
  entriesOf,
  type PreviewCounts,
  type PreviewRow,
  previewCounts,
  previewRows,
  stateOf,
  withoutKind,
} from './preview-rows.ts'

type ImportPreviewProps = {
  readonly source: string
  readonly reading: RosterReading
  readonly onClose: () => void
}

type Filter = 'all' | keyof PreviewCounts
const FILTERS = ['unsure', 'add', 'update', 'same', 'skip'] as const

/** A form as it was understood, before anything is changed: what is unclear, who is new, who is who; then one edit. */
export function ImportPreview({ source, reading, onClose }: ImportPreviewProps) {
  const { evaluation } = useYearData()
  const { instructors, scheme } = evaluation
  const change = useTellingChange()
  const [choices, setChoices] = useState<Choices>(new Map())
  const [kind, setKind] = useState<InstructorKind | null>(null)
  const [filter, setFilter] = useState<Filter>('all')
  const [busy, setBusy] = useState(false)
  const rows = useMemo(
    () => previewRows(reading, instructors, scheme, choices),
    [reading, instructors, scheme, choices],
  )
  const counts = useMemo(() => previewCounts(rows), [rows])
  const applied = useDeferredValue(filter)
  const shown = useMemo(
    () => (applied === 'all' ? rows : rows.filter(row => stateOf(row) === applied)),
    [rows, applied],
  )
  const columns = useMemo(
    () => previewColumns(reading, (place, choice) => setChoices(before => new Map(before).set(place, choice))),
    [reading],
  )

  const open = withoutKind(rows)
  const wanted = counts.add + counts.update
  const why = whyNot(counts.unsure, wanted, open > 0 && kind === null)
  const chooseAll = (choice: ImportChoice) =>
    setChoices(before => {
      const next = new Map(before)
      for (const row of rows) if (row.choice === null) next.set(row.place, choice)
      return next
    })
  const losses = useMemo(() => lossesOf(evaluation, rows), [evaluation, rows])
  const store = async () => {
    setBusy(true)
    const done = await change(postedElsewhere(ROSTER_IMPORT.done(counts.add, counts.update), losses), current => {
      const people = applyImport(current.instructors, entriesOf(rows), kind ?? 'full-time')
      return people === 'conflict' ? 'conflict' : followPostings(current, people).evaluation
    })
    setBusy(false)
    if (done) onClose()
  }

  return (
    <Page
      name="roster-import"
      title={ROSTER_IMPORT.title}
      lead={ROSTER_IMPORT.lead(source, reading.people.length)}
      actions={
        <>
          {why !== null && (
            <Text size="sm" c="var(--pingyi-lack)">
              {why}
            </Text>
          )}
          <Button variant="default" onClick={onClose} disabled={busy}>
            {ROSTER_IMPORT.cancel}
          </Button>
          <Button
            onClick={() => void store()}
            disabled={why !== null}
            loading={busy}
            {...(losses.length > 0 && { color: 'red' })}
          >
            {ROSTER_IMPORT.confirm(wanted, lostScores(losses))}
          </Button>
        </>
      }
    >
      <Findings reading={reading} />
      {losses.length > 0 && <Notice colour="red">{VARIANTS.moved(losses, ROSTER_IMPORT.act)}</Notice>}
      {open > 0 && (
        <Group gap="sm" data-kind-choice>
          <Text size="sm" fw={600}>
            {ROSTER_IMPORT.kindTitle(open)}
          </Text>
          {(['full-time', 'part-time'] as const).map(value => (
            <Button
              key={value}
              size="compact-md"
              variant={kind === value ? 'filled' : 'default'}
              aria-pressed={kind === value}
              onClick={() => setKind(value)}
            >
              {KIND_WORDS.get(value)}
            </Button>
          ))}
        </Group>
      )}
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          aria-label={ROSTER_IMPORT.filter}
          value={filter}
          onChange={value => setFilter(value as Filter)}
          data={[
            { value: 'all', label: `${ROSTER_IMPORT.all} ${rows.length}` },
            ...FILTERS.filter(state => counts[state] > 0 || state === filter).map(state => ({
              value: state,
              label: `${ROSTER_IMPORT.counts[state]} ${counts[state]}`,
            })),
          ]}
        />
        {counts.unsure > 1 && (
          <Group gap="xs">
            <Text size="sm">{ROSTER_IMPORT.unsureAll(counts.unsure)}</Text>
            <Button size="compact-sm" variant="default" onClick={() => chooseAll({ kind: 'add' })}>
              {ROSTER_IMPORT.allAdd}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => chooseAll({ kind: 'skip' })}>
              {ROSTER_IMPORT.allSkip}
            </Button>
          </Group>
        )}
      </Group>
      <Panel flush>
        <DataTable<PreviewRow>
          label={ROSTER_IMPORT.list}
          columns={columns}
          rows={shown}
          rowKey={row => String(row.place)}
          empty={ROSTER_IMPORT.nothing}
        />
      </Panel>
    </Page>
  )
}

/** What is lost with a changed posting: another variant of the scheme may ask for other indicators. */
function lossesOf(evaluation: Evaluation, rows: readonly PreviewRow[]): readonly SchemeLoss[] {
  const people = applyImport(evaluation.instructors, entriesOf(rows), 'full-time')
  return people === 'conflict' ? [] : followPostings(evaluation, people).losses
}

/** Why the import cannot be done yet; null where it can. */
function whyNot(unsure: number, wanted: number, kindOpen: boolean): string | null {
  if (unsure > 0) return ROSTER_IMPORT.chooseFirst(unsure)
  if (wanted === 0) return ROSTER_IMPORT.nothing
  return kindOpen ? ROSTER_IMPORT.kindNeeded : null
}
