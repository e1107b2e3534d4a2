import { Group, Slider, Stack, Text } from '@mantine/core'
import { totalWords } from '#renderer/strings/scheme-design.ts'
import { runningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { DecimalField } from './decimal-field.tsx'
import { FAULT_COLOUR } from './told-colours.ts'

export type Knob = { readonly id: string; readonly name: string; readonly value: string; readonly path: string }

type WeightKnobsProps = {
  readonly title: string
  readonly knobs: readonly Knob[]
  /** Whether the figures share 100; lines do not. */
  readonly shares: boolean
  readonly onChange: (id: string, value: string) => void
}

/** Figures to pull or type: a slider for the eye, a field for the exact number. */
export function WeightKnobs({ title, knobs, shares, onChange }: WeightKnobsProps) {
  const total = runningTotal(knobs.map(knob => knob.value))
  return (
    <Stack gap={6} data-knobs={title}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {title}
        </Text>
        {shares && (
          <Text size="sm" c={total.state === 'whole' ? 'dimmed' : FAULT_COLOUR} role="status">
            {totalWords(total)}
          </Text>
        )}
      </Group>
      {knobs.map(knob => (
        <Group key={knob.id} wrap="nowrap" gap="sm" align="flex-start">
          <Text size="sm" w={108} flex="none" pt={8} truncate title={knob.name}>
            {knob.name}
          </Text>
          <Slider
            flex={1}
            mt={10}
            min={0}
            max={100}
            step={1}
            label={null}
            thumbLabel={`${title}：${knob.name}`}
            // Where the thumb stands; the figure is the text beside it.
            value={Number.isFinite(Number(knob.value)) ? Number(knob.value) : 0}
            onChange={value => onChange(knob.id, String(value))}
          />
          <DecimalField
            w={76}
            flex="none"
            aria-label={`${title}：${knob.name}`}
            path={knob.path}
            value={knob.value}
            onChange={value => onChange(knob.id, value)}
          />
        </Group>
      ))}
    </Stack>
  )
}
