import { MultiSelect, Select, Stack, Text } from '@mantine/core'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { choosePeople } from '#shared/domain/ballot/plan/choose-people.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import type { PlanFieldsProps } from './plan-stage.tsx'

const words = MEETING.plan

/** Who is appraised at this meeting: everybody of the roster, those of one posting, or all but some. */
export function PeopleFields({ plan, set, open }: PlanFieldsProps) {
  const { scheme, instructors, self } = useYearData().evaluation
  const component = planComponent(plan, scheme)
  const on = new Set<string>(plan.instructors)
  const out = instructors.filter(person => !on.has(person.id))
  // Whichever list is the shorter one.
  const few = out.length > instructors.length / 2
  const postings = [...new Set(instructors.flatMap(({ posting }) => posting ?? []))]
  const choose = (ids: readonly string[]) =>
    component && ids.length > 0 && set(choosePeople(plan, component, instructors, self, new Set(ids)))
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {words.people(plan.instructors.length, instructors.length)}
      </Text>
      {open && postings.length > 1 && (
        <Select
          size="xs"
          label={words.onlyPosting}
          placeholder={words.everyPosting}
          data={[words.everyPosting, ...postings]}
          value={null}
          onChange={posting =>
            posting !== null &&
            choose(
              instructors
                .filter(person => posting === words.everyPosting || person.posting === posting)
                .map(({ id }) => id),
            )
          }
          searchable
        />
      )}
      {open && (
        <MultiSelect
          size="xs"
          label={few ? words.onlyThese : words.leftOut}
          placeholder={out.length === 0 ? words.nobodyLeftOut : undefined}
          data={instructors.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name}（${unit}）` : name }))}
          value={(few ? instructors.filter(person => on.has(person.id)) : out).map(({ id }) => id)}
          onChange={ids => choose(few ? ids : instructors.filter(({ id }) => !ids.includes(id)).map(({ id }) => id))}
          searchable
          hidePickedOptions
        />
      )}
    </Stack>
  )
}
