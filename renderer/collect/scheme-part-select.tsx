import { NativeSelect } from '@mantine/core'
import { COLLECT } from '#renderer/strings/collect.ts'
import type { SchemePart } from './scheme-parts.ts'

type SchemePartSelectProps = {
  readonly parts: readonly SchemePart<unknown>[]
  readonly value: string
  readonly onChange: (key: string) => void
}

/** Whose table is shown where districts ask for indicators of their own; nothing where all are asked for the same. */
export function SchemePartSelect({ parts, value, onChange }: SchemePartSelectProps) {
  if (parts.length < 2) return null
  return (
    <NativeSelect
      size="xs"
      w={240}
      flex="none"
      aria-label={COLLECT.schemeParts}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      data={parts.map(part => ({ value: part.key, label: COLLECT.schemePart(part.name, part.people.length) }))}
    />
  )
}
