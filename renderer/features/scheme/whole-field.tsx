import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useFaultAt } from './fault-words-of.ts'

type WholeFieldProps = Omit<NumberInputProps, 'value' | 'onChange' | 'error'> & {
  readonly path: string
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A whole number; an empty field is `NaN` in the draft, which the check names. */
export function WholeField({ path, value, onChange, ...rest }: WholeFieldProps) {
  return (
    <NumberInput
      {...rest}
      min={0}
      allowDecimal={false}
      allowNegative={false}
      value={Number.isNaN(value) ? '' : value}
      onChange={entered => onChange(typeof entered === 'number' ? entered : Number.NaN)}
      error={useFaultAt(path)}
    />
  )
}
