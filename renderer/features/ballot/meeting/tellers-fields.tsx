import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { MeetingPlan, Role } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { PlanFieldsProps } from './plan-stage.tsx'

const words = MEETING.plan

/** 总监票人 1, 监票人 2, 计票人 2. Source: FORMS.md. */
const PLACES: readonly Role[] = ['chief-teller', 'teller', 'teller', 'counter', 'counter']

/** Who watches and counts; put to the meeting by show of hands, so the names may wait until then. */
export function TellersFields({ plan, set }: PlanFieldsProps) {
  const names = namesOf(plan)
  const keep = (place: number, name: string) => {
    const roles = PLACES.flatMap((role, index) => {
      const value = index === place ? name : (names[index] ?? '')
      return value.trim() === '' ? [] : [{ role, name: value }]
    })
    set({ roles: roles.length === 0 ? undefined : roles })
  }
  return (
    <Stack gap="xs">
      <SimpleGrid cols={2} spacing="sm">
        {PLACES.map((role, index) => (
          <TextInput
            // biome-ignore lint/suspicious/noArrayIndexKey: the places are fixed, and two have the same role
            key={index}
            label={words.roles[role]}
            value={names[index] ?? ''}
            onChange={event => keep(index, event.currentTarget.value)}
          />
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {words.tellersNote}
      </Text>
    </Stack>
  )
}

/** The plan's names by place. */
function namesOf({ roles = [] }: MeetingPlan): string[] {
  const left = [...roles]
  return PLACES.map(role => {
    const index = left.findIndex(each => each.role === role)
    return index < 0 ? '' : (left.splice(index, 1)[0]?.name ?? '')
  })
}
