import { Fieldset, Select, SimpleGrid } from '@mantine/core'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import {
  DEFAULT_RETENTION,
  type RetentionTable,
  readRetention,
  retentionWords,
} from '#shared/domain/archive/retention.ts'
import { DOCUMENT_KINDS } from '#shared/domain/decision/document-kind.ts'

/** The terms of DA/T 22-2015. */
const TERMS = ['Y', 'D30', 'D10']

type RetentionFieldsProps = {
  readonly table: RetentionTable
  /** The table as `readSettings` reads it; '' where it is the usual one. */
  readonly onChange: (text: string) => void
}

/** How long each kind of document is kept. */
export function RetentionFields({ table, onChange }: RetentionFieldsProps) {
  const { retention, kinds } = ARCHIVE.settings
  const choose = (kind: keyof RetentionTable, value: string | null) => {
    const chosen = value === null ? null : readRetention(value)
    if (chosen) onChange(textOf({ ...table, [kind]: chosen }))
  }
  return (
    <Fieldset legend={retention}>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="sm" style={{ alignItems: 'end' }}>
        {DOCUMENT_KINDS.map(kind => (
          <Select
            key={kind}
            label={kinds[kind]}
            allowDeselect={false}
            // A term of the office's own that was set by the command line stays to be chosen.
            data={[...new Set([...TERMS, table[kind]])].map(value => {
              const term = readRetention(value)
              return { value, label: term ? retentionWords(term) : value }
            })}
            value={table[kind]}
            onChange={value => choose(kind, value)}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  )
}

function textOf(table: RetentionTable): string {
  return DOCUMENT_KINDS.filter(kind => table[kind] !== DEFAULT_RETENTION[kind])
    .map(kind => `${kind}=${table[kind]}`)
    .join(',')
}
