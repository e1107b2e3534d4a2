import { Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { BALLOT } from '#renderer/strings/ballot.ts'
import type { Meeting, MeetingGroup } from '#shared/domain/ballot/meeting.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

type MeetingPanelProps = {
  readonly meeting: Meeting
  readonly component: BallotComponent
  /** Which round it was, where there were several. */
  readonly round: string
}

const COUNTS = ['expected', 'attended', 'printed', 'issued', 'returned', 'valid', 'void'] as const

/** One meeting's slips and ballots, group by group, as on the 清点单. */
export function MeetingPanel({ meeting, component, round }: MeetingPanelProps) {
  const names = new Map<string, string>(component.groups.map(group => [group.id, group.name]))
  const total = COUNTS.map(id => meeting.groups.reduce((sum, group) => sum + numberOf(group, id), 0))
  return (
    <Panel
      title={BALLOT.meeting(round)}
      aside={
        <Text size="sm" c="dimmed">
          {[meeting.date, meeting.place].filter(Boolean).join('　')}
        </Text>
      }
      flush
    >
      <PlainTable
        label={BALLOT.meeting(round)}
        columns={[
          { title: BALLOT.group, width: 60 },
          { title: BALLOT.members },
          ...COUNTS.map(id => ({ title: BALLOT[id], align: 'right' as const, width: 70 })),
          { title: BALLOT.note },
        ]}
        rows={meeting.groups.map(group => ({
          key: group.id,
          cells: [group.id, names.get(group.id), ...COUNTS.map(id => numberOf(group, id)), noteOf(group, names)],
        }))}
        foot={[BALLOT.total, '', ...total, '']}
      />
    </Panel>
  )
}

function numberOf(group: MeetingGroup, id: (typeof COUNTS)[number]): number {
  return id === 'valid' ? group.returned - group.void : group[id]
}

function noteOf(group: MeetingGroup, names: ReadonlyMap<string, string>): string {
  if (group.voided !== undefined) return BALLOT.voided(group.voided)
  if (group.mergedInto === undefined) return ''
  return BALLOT.merged(`${group.mergedInto} ${names.get(group.mergedInto) ?? ''}`)
}
