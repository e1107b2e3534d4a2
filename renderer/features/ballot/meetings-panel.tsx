import { Anchor, Button, Group, Select, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { NOBODY } from '#renderer/strings/nobody.ts'
import { type MeetingPlan, meetingPlanSchema } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { newPlan } from '#shared/domain/ballot/plan/new-plan.ts'
import { roundWords } from '#shared/domain/ballot/round-words.ts'
import { addPlan, nextMeetingId } from '#shared/domain/evaluation/change-plan.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { TakeOverButton } from './take-over-button.tsx'

const words = MEETING.list

/** The meetings that are prepared or held here, and how to begin one. */
export function MeetingsPanel() {
  const { row, evaluation } = useYearData()
  const { plans = [], meetings, scheme, instructors, closed } = evaluation
  const change = useTellingChange()
  const navigate = useNavigate()
  const [choosing, setChoosing] = useState(false)
  const components = ballotComponents(scheme)
  const [component, setComponent] = useState<string>(components[0]?.id ?? '')
  const held = new Set<string>(meetings.map(meeting => meeting.id))
  const begin = async () => {
    let id = ''
    const title = words.name(evaluation.title)
    const begun = await change(words.added(title), current => {
      const own = ballotComponents(current.scheme).find(each => each.id === component)
      if (!own) return 'conflict'
      id = nextMeetingId(current)
      const plan = newPlan({
        id: meetingPlanSchema.shape.id.parse(id),
        title,
        component: own,
        instructors: current.instructors,
        self: current.self,
      })
      return addPlan(current, plan)
    })
    if (begun) await navigate(`/${row.year}/ballot/${id}`)
    return begun
  }
  const columns: readonly Column<MeetingPlan>[] = [
    {
      id: 'title',
      title: words.meeting,
      cell: plan => (
        <Anchor component={Link} to={`/${row.year}/ballot/${plan.id}`} data-row-link fw={600} inherit>
          {words.inRound(plan.title, roundWords(plan, evaluation))}
        </Anchor>
      ),
    },
    { id: 'date', title: words.date, whole: true, cell: plan => plan.date ?? words.undated },
    {
      id: 'groups',
      title: words.groups,
      whole: true,
      cell: plan =>
        `${plan.groups.map(group => group.id).join(' ')}　${words.expected(plan.groups.reduce((sum, group) => sum + group.expected, 0))}`,
    },
    {
      id: 'state',
      title: words.state,
      whole: true,
      cell: plan => (
        <StateMark tone={held.has(plan.id) ? 'complete' : 'quiet'}>
          {held.has(plan.id) ? words.held : plan.openedElsewhere ? words.elsewhere : words.planned}
        </StateMark>
      ),
    },
  ]
  // Counted by hand elsewhere: that is what the page is about then.
  const keyed = meetings.length > 0
  const hindrance = components.length === 0 ? words.noComponent : instructors.length === 0 ? words.noPeople : null
  const add = (
    <Button
      leftSection={<IconPlus size={16} />}
      onClick={() => (components.length > 1 ? setChoosing(true) : void begin())}
      disabled={hindrance !== null}
    >
      {words.add}
    </Button>
  )
  return (
    <Panel
      title={words.title}
      flush={plans.length > 0}
      name="meetings"
      aside={
        closed ? undefined : (
          <Group gap="xs">
            <TakeOverButton />
            {(plans.length > 0 || keyed) && add}
          </Group>
        )
      }
    >
      {plans.length === 0 && keyed ? (
        <Text c="dimmed">{words.none}</Text>
      ) : plans.length === 0 ? (
        <EmptyNote title={words.none} text={closed ? words.noneClosed : (hindrance ?? words.noneText)}>
          {instructors.length === 0 ? (
            <Button component={Link} to={`/${row.year}/roster`}>
              {NOBODY.toRoster}
            </Button>
          ) : (
            !closed && add
          )}
        </EmptyNote>
      ) : (
        <DataTable
          label={words.title}
          columns={columns}
          rows={plans}
          rowKey={plan => plan.id}
          onOpen={plan => navigate(`/${row.year}/ballot/${plan.id}`)}
        />
      )}
      {choosing && (
        <ConfirmDialog title={words.add} confirm={words.add} onConfirm={begin} onClose={() => setChoosing(false)}>
          <Select
            label={words.component}
            data={components.map(each => ({ value: each.id, label: each.name }))}
            value={component}
            onChange={value => value && setComponent(value)}
            allowDeselect={false}
          />
        </ConfirmDialog>
      )}
    </Panel>
  )
}
