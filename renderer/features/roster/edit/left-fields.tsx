import { Group, Select, Text, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { LEAVING_REASONS } from '#shared/domain/roster/instructor.ts'
import { faultText } from './fault-text.ts'
import type { FormFaults, PersonForm } from './person-form.ts'

type LeftFieldsProps = {
  readonly form: PersonForm
  readonly faults: FormFaults | null
  /** Somebody came here to say when: the date has the focus. */
  readonly focused: boolean
  readonly onChange: (change: Partial<PersonForm>) => void
}

/** Whether the person went in the course of the year, how and when. */
export function LeftFields({ form, faults, focused, onChange }: LeftFieldsProps) {
  const date = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) date.current?.focus()
  }, [focused])
  return (
    <div>
      <Group gap="sm" align="flex-start" grow>
        <Select
          aria-label={ROSTER_FORM.left}
          data={(['', ...LEAVING_REASONS] as const).map(value => ({ value, label: ROSTER_FORM.leftReasons[value] }))}
          value={form.leftReason}
          allowDeselect={false}
          onChange={value => onChange({ leftReason: value ?? '', ...(!value && { leftDate: '' }) })}
        />
        {form.leftReason !== '' && (
          <TextInput
            ref={date}
            aria-label={ROSTER_FORM.leftDate}
            placeholder={ROSTER_FORM.hints.date}
            value={form.leftDate}
            error={faults?.leftDate ? faultText(faults.leftDate) : null}
            onChange={event => onChange({ leftDate: event.currentTarget.value })}
          />
        )}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {ROSTER_FORM.leftHint}
      </Text>
    </div>
  )
}
