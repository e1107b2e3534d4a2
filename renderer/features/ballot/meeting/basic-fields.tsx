import { Group, Stack, TextInput } from '@mantine/core'
import { DateField } from '#renderer/components/date-field.tsx'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { PlanFieldsProps } from './plan-stage.tsx'

const words = MEETING.plan

/** Title, when and where; which Wi-Fi and address go on the wall. */
export function BasicFields({ plan, set, open }: PlanFieldsProps) {
  const station = plan.station ?? {}
  return (
    <Stack gap="sm">
      <TextInput
        label={words.title}
        value={plan.title}
        onChange={event => set({ title: event.currentTarget.value })}
        error={plan.title.trim() === '' ? words.empty : undefined}
        disabled={!open}
      />
      <Group gap="sm" grow align="flex-start">
        <DateField label={words.date} value={plan.date ?? ''} onChange={date => set({ date: date || undefined })} />
        <TextInput
          label={words.time}
          placeholder={words.timeHint}
          value={plan.time ?? ''}
          onChange={event => set({ time: event.currentTarget.value || undefined })}
        />
      </Group>
      <TextInput
        label={words.place}
        value={plan.place ?? ''}
        onChange={event => set({ place: event.currentTarget.value || undefined })}
      />
      <TextInput
        label={words.wifi}
        description={words.wifiHint}
        value={station.wifi ?? ''}
        onChange={event => set({ station: { ...station, wifi: event.currentTarget.value || undefined } })}
      />
    </Stack>
  )
}
