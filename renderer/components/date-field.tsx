import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { DATE_FIELD } from '#renderer/strings/date-field.ts'
import { readDate } from './read-date.ts'

type DateFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** ISO; '' for none. */
  readonly value: string
  /** An ISO date, or '' while what is typed is no date. */
  readonly onChange: (value: string) => void
}

/**
 * A date to type, in whichever way it is written; leaving the field writes it plainly. Not the browser's own field: that
 * one speaks the browser's language and wants the mouse.
 */
export function DateField({ value, onChange, error, ...rest }: DateFieldProps) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const [left, setLeft] = useState(true)
  if (known !== value) {
    setKnown(value)
    if (readDate(text) !== value) setText(value)
  }
  const wrong = left && text.trim() !== '' && readDate(text) === ''
  return (
    <TextInput
      inputMode="numeric"
      placeholder={DATE_FIELD.placeholder}
      autoComplete="off"
      {...rest}
      value={text}
      error={wrong ? DATE_FIELD.wrong : error}
      onChange={event => {
        setText(event.currentTarget.value)
        setLeft(false)
        onChange(readDate(event.currentTarget.value))
      }}
      onBlur={() => {
        setLeft(true)
        const day = readDate(text)
        if (day !== '') setText(day)
      }}
    />
  )
}
