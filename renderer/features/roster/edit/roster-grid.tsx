import { EditGrid } from '#renderer/components/edit-grid/edit-grid.tsx'
import type { GridColumn } from '#renderer/components/edit-grid/grid-column.ts'
import { ROSTER } from '#renderer/strings/roster.ts'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { fieldText, type PersonField } from '#shared/domain/roster/edit/person-field.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { KIND_WORDS } from '#shared/domain/roster/words.ts'
import { type GridPerson, useRosterGrid } from './use-roster-grid.ts'

type ColumnLook = Pick<GridColumn<GridPerson>, 'width' | 'choices'> & { readonly kind?: 'number' }

const LOOKS: readonly (readonly [PersonField, ColumnLook])[] = [
  ['name', { width: 110 }],
  ['sex', { width: 50, choices: ['男', '女'] }],
  ['birthYear', { width: 64, kind: 'number' }],
  ['education', { width: 90 }],
  ['kind', { width: 64, choices: [...KIND_WORDS.values()] }],
  ['level', { width: 72 }],
  ['posting', { width: 110 }],
  ['unit', { width: 200 }],
  ['engagedFrom', { width: 100 }],
  ['engagedTo', { width: 100 }],
  ['phone', { width: 130 }],
]

const COLUMNS: readonly GridColumn<GridPerson>[] = LOOKS.map(([field, look]) => ({
  id: field,
  title: ROSTER_FORM.fields[field],
  kind: look.kind ?? 'text',
  text: ({ person, unkept }) => unkept?.get(field)?.text ?? fieldText(person, field),
  problem: ({ unkept }) => unkept?.get(field)?.problem ?? null,
  ...(look.width !== undefined && { width: look.width }),
  ...(look.choices && { choices: look.choices }),
}))

const keyOf = ({ person }: GridPerson) => person.id
const nameOf = ({ person }: GridPerson) => person.name

/** The roster as a spreadsheet: typed into, pasted into from Excel or WPS, copied from. */
export function RosterGrid({ people }: { readonly people: readonly Instructor[] }) {
  const { rows, onEdit } = useRosterGrid(people)
  return <EditGrid label={ROSTER.list} columns={COLUMNS} rows={rows} rowKey={keyOf} rowName={nameOf} onEdit={onEdit} />
}
