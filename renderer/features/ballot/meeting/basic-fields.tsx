import { Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { DateField } from '#renderer/components/date-field.tsx'
import { MEETING } from '#renderer/strings/meeting.ts'
import { STATION_PORT } from '#shared/domain/ballot/plan/slip-address.ts'
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
      <Checkbox
        label={words.slipQr}
        description={words.slipQrHint}
        checked={station.fixed ?? false}
        onChange={event => {
          const { fixed: _, ...rest } = station
          set({ station: event.currentTarget.checked ? { port: STATION_PORT, ...rest, fixed: true } : rest })
        }}
        disabled={!open}
      />
      {station.fixed && (
        <Group gap="sm" align="flex-start">
          <TextInput
            label={words.slipAddress}
            placeholder="192.168.8.2"
            w={220}
            value={station.address ?? ''}
            onChange={event => set({ station: { ...station, address: event.currentTarget.value.trim() || undefined } })}
            disabled={!open}
          />
          <NumberInput
            label={words.slipPort}
            w={120}
            min={1}
            max={65_535}
            allowDecimal={false}
            allowNegative={false}
            value={station.port ?? STATION_PORT}
            onChange={port => typeof port === 'number' && set({ station: { ...station, port } })}
            disabled={!open}
          />
        </Group>
      )}
    </Stack>
  )
}
