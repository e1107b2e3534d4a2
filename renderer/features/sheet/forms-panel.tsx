import { Button, Checkbox, Stack } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { FORM_STAGES, type Form } from '#shared/sheets/form.ts'
import { forms } from '#shared/sheets/forms.ts'
import { toggled } from './sheet-choice.ts'

type FormsPanelProps = {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

export function FormsPanel({ chosen, onChange }: FormsPanelProps) {
  return (
    <Panel
      title={SHEETS.forms}
      name="forms"
      aside={
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => onChange(new Set(chosen.size > 0 ? [] : forms.map(form => form.id)))}
        >
          {chosen.size > 0 ? SHEETS.noForms : SHEETS.allForms}
        </Button>
      }
    >
      <Stack gap="md">
        {FORM_STAGES.map(stage => (
          <Checkbox.Group key={stage} label={SHEETS.stages[stage]} value={[...chosen]}>
            <Stack gap="xs" mt={6}>
              {forms
                .filter(form => form.stage === stage)
                .map(form => (
                  <Checkbox
                    key={form.id}
                    value={form.id}
                    label={form.title}
                    description={extentOf(form)}
                    onChange={() => onChange(toggled(chosen, form.id))}
                  />
                ))}
            </Stack>
          </Checkbox.Group>
        ))}
      </Stack>
    </Panel>
  )
}

function extentOf(form: Form): string {
  if (form.per === 'year') return SHEETS.perYear
  return form.concerns ? SHEETS.perConcerned : SHEETS.perInstructor
}
