import { Button, Group, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import { PERSON } from '#renderer/strings/person.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Origin } from './people-order.ts'
import { RecordButton } from './record-button.tsx'

type PersonActionsProps = {
  readonly year: number
  readonly order: readonly Instructor[]
  readonly id: string
  readonly origin: Origin
}

/** Back to the list, the person's record on paper, and to the list's next and previous person, also with the arrow keys. */
export function PersonActions({ year, order, id, origin }: PersonActionsProps) {
  const navigate = useNavigate()
  const index = order.findIndex(person => person.id === id)
  const previous = order[index - 1]
  const next = order[index + 1]
  const address = (person: Instructor) => `/${year}/people/${person.id}${origin === 'roster' ? '?from=roster' : ''}`
  const go = (person: Instructor | undefined) => {
    // In the place of the present one: the way back leads to the list, not through everybody that was looked at.
    if (person) void navigate(address(person), { replace: true })
  }
  useHotkeys([
    ['ArrowLeft', () => go(previous)],
    ['ArrowRight', () => go(next)],
  ])
  return (
    <>
      <Button variant="subtle" component={Link} to={`/${year}/${origin}`}>
        {PERSON.back[origin]}
      </Button>
      <RecordButton key={id} id={id} />
      <Tooltip label={PERSON.keys}>
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={16} />}
            disabled={!previous}
            onClick={() => go(previous)}
          >
            {PERSON.previous}
          </Button>
          <Button
            variant="default"
            rightSection={<IconChevronRight size={16} />}
            disabled={!next}
            onClick={() => go(next)}
          >
            {PERSON.next}
          </Button>
        </Group>
      </Tooltip>
    </>
  )
}
