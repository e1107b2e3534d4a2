import { Checkbox, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import { summariesOf } from '#shared/domain/ballot/plan/new-plan.ts'
import { orderInstructors } from '#shared/domain/ballot/plan/order-instructors.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { MOST_HALLS } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { PeopleFields } from './people-fields.tsx'
import type { PlanFieldsProps } from './plan-stage.tsx'

const words = MEETING.plan

/** What a ballot says and what makes it void. */
export function RulesFields({ plan, set, open }: PlanFieldsProps) {
  const { scheme, instructors, self } = useYearData().evaluation
  const component = planComponent(plan, scheme)
  const first = component?.scale.kind === 'grades' ? component.scale.options[0] : undefined
  const people = instructors.filter(person => plan.instructors.includes(person.id))
  const reorder = (order: 'strokes' | 'roster') =>
    set({ order, instructors: orderInstructors(people, order).map(person => person.id) })
  const summaries = () => summariesOf(people, self)
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {words.order}
        </Text>
        <SegmentedControl
          aria-label={words.order}
          size="xs"
          value={plan.order === 'roster' ? 'roster' : 'strokes'}
          onChange={order => reorder(order === 'roster' ? 'roster' : 'strokes')}
          data={[
            { value: 'strokes', label: words.strokes },
            { value: 'roster', label: words.rosterOrder },
          ]}
          disabled={!open}
        />
      </Group>
      <PeopleFields plan={plan} set={set} open={open} />
      {first && (
        <NumberInput
          label={words.limit(first.label)}
          description={words.limitHint}
          placeholder={words.noLimit}
          min={0}
          max={plan.instructors.length}
          allowDecimal={false}
          allowNegative={false}
          value={plan.limits?.[first.id] ?? ''}
          onChange={value => set({ limits: typeof value === 'number' ? { [first.id]: value } : undefined })}
          disabled={!open}
        />
      )}
      <Checkbox
        label={words.allEqual}
        description={words.allEqualHint}
        checked={plan.voidRules?.includes('all-equal') ?? false}
        onChange={event => set({ voidRules: event.currentTarget.checked ? ['all-equal'] : undefined })}
        disabled={!open}
      />
      <Checkbox
        label={words.summaries}
        description={words.summariesHint(summaries().length)}
        checked={plan.summaries !== undefined}
        onChange={event => set({ summaries: event.currentTarget.checked ? summaries() : undefined })}
        disabled={!open || (summaries().length === 0 && plan.summaries === undefined)}
      />
      <Checkbox
        label={SUGGESTIONS.plan.label}
        description={SUGGESTIONS.plan.hint}
        checked={plan.suggestions ?? false}
        onChange={event => set({ suggestions: event.currentTarget.checked || undefined })}
        disabled={!open}
      />
      <NumberInput
        label={words.halls}
        description={words.hallsHint}
        min={1}
        max={MOST_HALLS}
        allowDecimal={false}
        allowNegative={false}
        value={plan.halls ?? 1}
        onChange={value => set({ halls: typeof value === 'number' && value > 1 ? value : undefined })}
        disabled={!open}
      />
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {words.paperCount}
        </Text>
        <SegmentedControl
          aria-label={words.paperCount}
          size="xs"
          value={plan.paperCount}
          onChange={value => set({ paperCount: value === 'called-out' ? 'called-out' : 'key-in' })}
          data={[
            { value: 'key-in', label: words.keyIn },
            { value: 'called-out', label: words.calledOut },
          ]}
        />
      </Group>
    </Stack>
  )
}
