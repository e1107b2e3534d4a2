import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { fieldText, type PersonField, readField, withField } from '#shared/domain/roster/edit/person-field.ts'

type PersonFieldInputProps = {
  readonly field: PersonField
  readonly text: string
  /** It says what the record says; leaving it then changes nothing. */
  readonly untouched: boolean
  /** null: nothing to complain of, or not yet. */
  readonly error: string | null
  /** What others on the roster have there. */
  readonly suggestions?: readonly string[]
  readonly autoFocus?: boolean
  readonly onChange: (text: string) => void
  /** The field was left: from here on what is wrong with it is said. */
  readonly onLeave: () => void
}

const CHOICES: Readonly<Partial<Record<PersonField, readonly string[]>>> = {
  sex: ['男', '女'],
  kind: ['专职', '兼职'],
}
const HINTS: Readonly<Partial<Record<PersonField, string>>> = {
  engagedFrom: ROSTER_FORM.hints.date,
  engagedTo: ROSTER_FORM.hints.date,
  phone: ROSTER_FORM.hints.phone,
}

/** One field of a person. What is typed is written the roster's way (`2024.1.1` → `2024-01-01`) when the field is left. */
export function PersonFieldInput(props: PersonFieldInputProps) {
  const { field, text, untouched, error, suggestions, autoFocus = false, onChange, onLeave } = props
  const common = {
    label: ROSTER_FORM.fields[field],
    error,
    withAsterisk: field === 'name' || field === 'kind',
    'data-field': field,
  }
  const leave = () => {
    const tidy = untouched ? text : tidyText(field, text)
    if (tidy !== text) onChange(tidy)
    onLeave()
  }
  const choices = CHOICES[field]
  if (choices)
    return (
      <Select
        {...common}
        data={choices}
        value={text === '' ? null : text}
        onChange={value => onChange(value ?? '')}
        onBlur={onLeave}
        clearable={field !== 'kind'}
        placeholder={ROSTER_FORM.unfilled}
      />
    )
  if (field === 'training')
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxRows={6}
        value={text}
        onChange={event => onChange(event.currentTarget.value)}
        onBlur={leave}
      />
    )
  if (suggestions)
    return <Autocomplete {...common} data={[...suggestions]} value={text} onChange={onChange} onBlur={leave} />
  return (
    <TextInput
      {...common}
      value={text}
      placeholder={HINTS[field]}
      onChange={event => onChange(event.currentTarget.value)}
      onBlur={leave}
      inputMode={field === 'birthYear' ? 'numeric' : undefined}
      {...(autoFocus && { 'data-autofocus': true })}
    />
  )
}

/** The text as the roster would show it; what cannot be read stays as it was typed. */
function tidyText(field: PersonField, text: string): string {
  const read = readField(field, text)
  if (!read.ok) return text
  return fieldText(withField({ id: '', name: '', kind: 'full-time' }, field, read.value), field)
}
