import { ActionIcon, Autocomplete, Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { faultText } from './fault-text.ts'
import type { FormFaults, PersonForm } from './person-form.ts'

type HistoryFieldsProps = {
  readonly form: PersonForm
  readonly faults: FormFaults | null
  readonly grades: Scheme['grades']
  /** The year that an added line begins with. */
  readonly lastYear: number
  readonly onChange: (change: Partial<PersonForm>) => void
}

/** The grades of earlier years; a grade of this scheme by its name, another as it was called then. */
export function HistoryFields({ form, faults, grades, lastYear, onChange }: HistoryFieldsProps) {
  const { history } = form
  const labelOf = (grade: string) => grades.find(({ id }) => id === grade)?.label ?? grade
  const gradeOf = (label: string) => grades.find(grade => grade.label === label)?.id ?? label
  const set = (place: number, change: Partial<PersonForm['history'][number]>) =>
    onChange({ history: history.map((entry, index) => (index === place ? { ...entry, ...change } : entry)) })
  const add = () => {
    const years = history.map(({ year }) => Number(year)).filter(year => year > 0)
    const year = years.includes(lastYear) ? Math.min(...years) - 1 : lastYear
    onChange({ history: [...history, { year: String(year), grade: '' }] })
  }
  return (
    <Stack gap="xs">
      {history.map(({ year, grade }, place) => {
        const fault = faults?.history.get(place)
        const words = fault ? faultText(fault) : null
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
          <Group key={place} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              aria-label={ROSTER_FORM.year}
              placeholder={ROSTER_FORM.year}
              value={year}
              inputMode="numeric"
              w={90}
              error={fault === 'not-year' ? words : null}
              onChange={event => set(place, { year: event.currentTarget.value })}
            />
            <Autocomplete
              aria-label={ROSTER_FORM.grade}
              placeholder={ROSTER_FORM.grade}
              data={grades.map(({ label }) => label)}
              value={labelOf(grade)}
              flex={1}
              error={fault === 'grade-missing' ? words : null}
              onChange={label => set(place, { grade: gradeOf(label) })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={ROSTER_FORM.removeYear(year)}
              onClick={() => onChange({ history: history.filter((_, index) => index !== place) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        )
      })}
      <Button variant="default" size="compact-md" leftSection={<IconPlus size={14} />} onClick={add} w="fit-content">
        {ROSTER_FORM.addYear}
      </Button>
    </Stack>
  )
}
