import { TextInput } from '@mantine/core'
import { useFaultAt } from './fault-words-of.ts'

type TextCellProps = {
  readonly label: string
  readonly path: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

/** A text in a list of the designer, with what is wrong with it below. */
export function TextCell({ label, path, value, onChange, placeholder }: TextCellProps) {
  return (
    <TextInput
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      error={useFaultAt(path)}
    />
  )
}
