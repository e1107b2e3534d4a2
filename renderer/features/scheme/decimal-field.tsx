import { TextInput, type TextInputProps } from '@mantine/core'
import { typedDecimal } from '#shared/domain/scheme/design/typed-decimal.ts'
import { useFaultAt } from './fault-words-of.ts'

type DecimalFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  readonly path: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** An exact decimal, kept as the text that was typed: never a float on its way to a score. */
export function DecimalField({ path, value, onChange, ...rest }: DecimalFieldProps) {
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      onChange={event => {
        const text = event.currentTarget.value
        // While an input method composes, its letters are nobody's number yet.
        const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true
        onChange(composing ? text : typedDecimal(text))
      }}
      onCompositionEnd={event => onChange(typedDecimal(event.currentTarget.value))}
      onFocus={event => event.currentTarget.select()}
      error={useFaultAt(path)}
    />
  )
}
