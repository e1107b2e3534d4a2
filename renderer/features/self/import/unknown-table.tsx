import { Select } from '@mantine/core'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { SELF } from '#renderer/strings/self.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { UnknownFile } from './collect-self.ts'

type UnknownTableProps = {
  readonly unknown: readonly UnknownFile[]
  readonly people: readonly Instructor[]
  readonly given: ReadonlyMap<string, string>
  readonly onGive: (path: string, id: string) => void
}

/** Files that found nobody, why, and whose they are if somebody knows. */
export function UnknownTable({ unknown, people, given, onGive }: UnknownTableProps) {
  const words = SELF.preview
  const choices = people.map(person => ({
    value: String(person.id),
    label: [person.name, person.unit].filter(Boolean).join(' · '),
  }))
  return (
    <PlainTable
      label={words.unknown(unknown.length)}
      columns={[{ title: words.file }, { title: words.why }, { title: words.belongs, width: 260 }]}
      rows={unknown.map(({ incoming: { path }, why, keepable }) => ({
        key: path,
        cells: [
          path,
          why,
          keepable ? (
            <Select
              key="person"
              size="xs"
              searchable
              clearable
              aria-label={words.belongsTo(path)}
              placeholder={words.nobody}
              data={choices}
              value={given.get(path) ?? null}
              onChange={value => onGive(path, value ?? '')}
            />
          ) : (
            '—'
          ),
        ],
      }))}
    />
  )
}
