import { Checkbox, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { faultText } from './fault-text.ts'
import type { FormFaults, PersonForm } from './person-form.ts'

type StatusFieldsProps = {
  readonly form: PersonForm
  readonly faults: FormFaults | null
  readonly onChange: (change: Partial<PersonForm>) => void
}

/** What the personnel side says of the year. */
export function StatusFields({ form, faults, onChange }: StatusFieldsProps) {
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {ROSTER_FORM.statusHint}
      </Text>
      <SimpleGrid cols={2} spacing="sm">
        {(['monthsOnPost', 'leaveMonths'] as const).map(field => (
          <TextInput
            key={field}
            label={ROSTER_FORM[field]}
            value={form[field]}
            inputMode="decimal"
            error={faults?.[field] ? faultText(faults[field]) : null}
            onChange={event => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
      {(['unjustifiedAbsence', 'underInvestigation'] as const).map(field => (
        <Checkbox
          key={field}
          label={ROSTER_FORM[field]}
          checked={form[field]}
          onChange={event => onChange({ [field]: event.currentTarget.checked })}
        />
      ))}
      <Textarea
        label={ROSTER_FORM.vetoes}
        description={ROSTER_FORM.hints.vetoes}
        autosize
        minRows={1}
        maxRows={5}
        value={form.vetoes}
        onChange={event => onChange({ vetoes: event.currentTarget.value })}
      />
    </Stack>
  )
}
