import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { tellSuccess } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MANUAL_COUNTS } from '#renderer/strings/manual-counts.ts'
import { splitTallies } from '#shared/domain/ballot/manual-counts/change-figures.ts'
import { cellsOf } from '#shared/domain/ballot/manual-counts/count-cells.ts'
import { openPile } from '#shared/domain/ballot/manual-counts/key-counts.ts'
import { type Meeting, meetingSchema } from '#shared/domain/ballot/meeting.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import type { MeetingDraft } from './check-figures.ts'
import { pendingKey } from './count-rows.ts'
import { CountsGrid } from './counts-grid.tsx'
import { FiguresDrawer } from './figures-drawer.tsx'
import { usePending } from './use-pending.ts'

const words = MANUAL_COUNTS

type KeyedMeetingProps = {
  readonly meeting: Meeting
  readonly component: BallotComponent
  readonly locked: boolean
}

/** One meeting that is keyed in by hand: its figures, and everybody's counts group by group. */
export function KeyedMeeting({ meeting, component, locked }: KeyedMeetingProps) {
  const { scheme } = useYearData().evaluation
  const change = useTellingChange()
  const { pending, update, drop } = usePending(meeting.id)
  const [group, setGroup] = useState<string>(component.groups[0]?.id ?? '')
  const [indicator, setIndicator] = useState<string>(component.indicators[0]?.id ?? '')
  const [editing, setEditing] = useState(false)
  const [removing, setRemoving] = useState(false)
  const place = useMemo(() => ({ group, indicator }), [group, indicator])
  const pile = useMemo(
    () => openPile(meeting, component, group, scheme.minGroupBallots),
    [meeting, component, group, scheme.minGroupBallots],
  )

  const saveFigures = async (draft: MeetingDraft) => {
    const read = meetingSchema.safeParse({ ...draft, tallies: meeting.tallies })
    if (!read.success) return false
    const { standing, fallen } = splitTallies(read.data, component, scheme.minGroupBallots)
    const done = await change(words.form.act(draft.date ?? ''), evaluation => {
      const now = evaluation.meetings.find(each => each.id === meeting.id)
      if (JSON.stringify(now) !== JSON.stringify(meeting)) return 'conflict'
      return {
        ...evaluation,
        meetings: evaluation.meetings.map(each => (each === now ? { ...draft, tallies: standing } : each)),
      }
    })
    if (done && fallen.length > 0) {
      update(held => ({
        ...held,
        ...Object.fromEntries(
          fallen.map(tally => [pendingKey(tally, tally.instructor), cellsOf(tally, component)] as const),
        ),
      }))
      tellSuccess(words.form.fallen(fallen.length))
    }
    return done
  }
  const remove = async () => {
    const done = await change(words.removed, evaluation => ({
      ...evaluation,
      meetings: evaluation.meetings.filter(each => each.id !== meeting.id),
    }))
    if (done) await drop()
    return done
  }
  return (
    <Panel
      title={words.counts.title(meeting.date ?? '', meeting.place ?? '')}
      name="keyed-meeting"
      aside={
        !locked && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
            <Button size="xs" variant="subtle" color="red" onClick={() => setRemoving(true)}>
              {words.remove}
            </Button>
          </Group>
        )
      }
    >
      <Group gap="sm" mb="sm">
        <SegmentedControl
          aria-label={words.counts.group}
          size="xs"
          data={component.groups.map(each => ({ value: String(each.id), label: `${each.id} ${each.name}` }))}
          value={group}
          onChange={setGroup}
        />
        {component.indicators.length > 1 && (
          <Select
            aria-label={words.counts.indicator}
            size="xs"
            w={220}
            allowDeselect={false}
            data={component.indicators.map(each => ({ value: String(each.id), label: each.name }))}
            value={indicator}
            onChange={value => setIndicator(value ?? indicator)}
          />
        )}
      </Group>
      {pile && pending ? (
        <CountsGrid
          key={`${group} ${indicator} ${pile.valid}`}
          meeting={meeting}
          component={component}
          place={place}
          pile={pile}
          pending={pending}
          onPending={update}
          readOnly={locked}
        />
      ) : (
        <Text c="dimmed">{closedWords(meeting, group, scheme.minGroupBallots)}</Text>
      )}
      {editing && (
        <FiguresDrawer
          meeting={meeting}
          component={component}
          id={meeting.id}
          onSave={saveFigures}
          onClose={() => setEditing(false)}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={words.removeTitle}
          confirm={words.remove}
          dangerous
          onConfirm={remove}
          onClose={() => setRemoving(false)}
        >
          {words.removeText}
        </ConfirmDialog>
      )}
    </Panel>
  )
}

/** Why a group's counts cannot be keyed. */
function closedWords(meeting: Meeting, id: string, least: number): string {
  const group = meeting.groups.find(each => each.id === id)
  if (group?.voided !== undefined) return words.counts.closed.voided
  if (group?.mergedInto !== undefined) return words.counts.closed.merged(group.mergedInto)
  return words.counts.closed.small(least)
}
