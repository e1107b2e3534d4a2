import { Checkbox, Stack } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { forms } from '#shared/sheets/forms.ts'
import { toggled } from './sheet-choice.ts'

type FormsPanelProps = {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

export function FormsPanel({ chosen, onChange }: FormsPanelProps) {
  return (
    <Panel title={SHEETS.forms} name="forms">
      <Stack gap="sm">
        {forms.map(form => (
          <Checkbox
            key={form.id}
            label={form.title}
            description={form.per === 'instructor' ? SHEETS.perInstructor : SHEETS.perYear}
            checked={chosen.has(form.id)}
            onChange={() => onChange(toggled(chosen, form.id))}
          />
        ))}
      </Stack>
    </Panel>
  )
}
