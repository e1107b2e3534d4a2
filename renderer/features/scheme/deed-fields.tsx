import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { DateField } from '#renderer/components/date-field.tsx'
import { PUBLICATION } from '#renderer/strings/publication.ts'
import type { Deed } from './use-deed.ts'

type DeedFieldsProps = {
  readonly deed: Deed
  readonly onChange: (change: Partial<Deed>) => void
  readonly reason: boolean
  readonly minute: 'needed' | 'optional' | 'none'
}

/** Who, when, and as far as the act needs it why and by which minutes. */
export function DeedFields({ deed, onChange, reason, minute }: DeedFieldsProps) {
  return (
    <Stack gap="sm" mt="md">
      <Group grow align="flex-start">
        <TextInput
          label={PUBLICATION.by}
          value={deed.by}
          onChange={event => onChange({ by: event.currentTarget.value })}
          required
          data-autofocus
        />
        <DateField label={PUBLICATION.date} value={deed.date} onChange={date => onChange({ date })} required />
      </Group>
      {reason && (
        <Textarea
          label={PUBLICATION.reason}
          value={deed.reason}
          onChange={event => onChange({ reason: event.currentTarget.value })}
          autosize
          minRows={2}
          required
        />
      )}
      {minute !== 'none' && (
        <TextInput
          label={PUBLICATION.minute}
          description={minute === 'optional' ? PUBLICATION.optional : undefined}
          placeholder={PUBLICATION.minuteHint}
          value={deed.minute}
          onChange={event => onChange({ minute: event.currentTarget.value })}
          required={minute === 'needed'}
        />
      )}
    </Stack>
  )
}
