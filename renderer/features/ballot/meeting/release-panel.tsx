import { Button, Group, MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { NOTHING, type Released, useReleased } from '#renderer/db/hooks/use-projected.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PEOPLE_A_PAGE } from '#renderer/projector/release-rows.ts'
import { RELEASE } from '#renderer/strings/projector.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { ProjectorButtons } from './projector-buttons.tsx'

const { kinds } = RELEASE

/** What the chair lets the room see of the results; nothing until then. */
export function ReleasePanel({ plan }: { readonly plan: MeetingPlan }) {
  const { row, evaluation } = useYearData()
  const [released, release] = useReleased(row, plan.id)
  const points = planComponent(plan, evaluation.scheme)?.scale.kind === 'points'
  const choose = (kind: Released['kind']) => {
    const people = 'people' in released ? released.people : []
    if (kind === 'nothing') release(NOTHING)
    else release(kind === 'groups' ? { kind } : { kind, people, page: 0 })
  }
  const people = evaluation.instructors.filter(person => plan.instructors.includes(person.id))
  return (
    <Panel
      title={RELEASE.title}
      name="release"
      aside={
        <Group gap="xs">
          <ProjectorButtons meeting={plan.id} />
        </Group>
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {RELEASE.text}
        </Text>
        <Group gap="md">
          <SegmentedControl
            aria-label={RELEASE.show}
            value={released.kind}
            onChange={kind => choose(kind)}
            data={[
              { value: 'nothing', label: kinds.nothing },
              // A points scale has no shares to show.
              ...(points ? [] : [{ value: 'groups' as const, label: kinds.groups }]),
              { value: 'people', label: kinds.people },
              { value: 'ranking', label: kinds.ranking },
            ]}
          />
          {'people' in released && (
            <Pages
              released={released}
              count={released.people.length === 0 ? people.length : released.people.length}
              turn={page => release({ ...released, page })}
            />
          )}
        </Group>
        {'people' in released && (
          <MultiSelect
            label={RELEASE.who}
            placeholder={released.people.length === 0 ? RELEASE.everyone : undefined}
            data={people.map(person => ({ value: person.id, label: person.name }))}
            value={[...released.people]}
            onChange={chosen => release({ ...released, people: chosen, page: 0 })}
            searchable
            clearable
            hidePickedOptions
          />
        )}
      </Stack>
    </Panel>
  )
}

type PagesProps = {
  readonly released: Extract<Released, { readonly people: readonly string[] }>
  readonly count: number
  readonly turn: (page: number) => void
}

function Pages({ released, count, turn }: PagesProps) {
  const pages = Math.max(1, Math.ceil(count / PEOPLE_A_PAGE))
  if (pages === 1) return null
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconChevronLeft size={15} />}
        onClick={() => turn(released.page - 1)}
        disabled={released.page === 0}
      >
        {RELEASE.previous}
      </Button>
      <Text size="sm">{RELEASE.page(released.page + 1, pages)}</Text>
      <Button
        size="compact-sm"
        variant="default"
        rightSection={<IconChevronRight size={15} />}
        onClick={() => turn(released.page + 1)}
        disabled={released.page >= pages - 1}
      >
        {RELEASE.next}
      </Button>
    </Group>
  )
}
