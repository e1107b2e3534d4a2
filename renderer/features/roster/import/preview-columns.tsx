import { Stack, Text } from '@mantine/core'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { maskPhone } from '#renderer/components/mask-phone.ts'
import { PhoneLines } from '#renderer/components/phone-lines.tsx'
import { ROSTER } from '#renderer/strings/roster.ts'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import type { RosterReading } from '#shared/contract/workbooks-registration.ts'
import type { ImportChoice } from '#shared/domain/roster/edit/apply-import.ts'
import { type FieldChange, importChanges } from '#shared/domain/roster/edit/imported-fields.ts'
import { fieldText, type PersonField } from '#shared/domain/roster/edit/person-field.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Field } from '#shared/domain/roster/registration/fields.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import { ChoiceSelect } from './choice-select.tsx'
import classes from './preview-columns.module.css'
import type { PreviewRow } from './preview-rows.ts'

const words = ROSTER_IMPORT.columns

/** The form's people as they were understood, and what is done with each; a column that the form does not have is left out. */
export function previewColumns(
  reading: RosterReading,
  onChoose: (place: number, choice: ImportChoice) => void,
): readonly Column<PreviewRow>[] {
  const sheets = new Set(reading.people.map(person => person.sheet)).size
  const text = (field: PersonField) => (row: PreviewRow) => fieldText(row.read.instructor, field)
  const columns: readonly Column<PreviewRow>[] = [
    {
      id: 'place',
      title: words.place,
      align: 'right',
      width: 50,
      cell: ({ read }) => (sheets > 1 ? `${read.sheet} ${read.row}` : read.row),
    },
    { id: 'name', title: words.name, whole: true, cell: text('name') },
    { id: 'sex', title: words.sex, whole: true, cell: text('sex') },
    { id: 'birthYear', title: words.birthYear, align: 'right', cell: text('birthYear') },
    {
      id: 'kind',
      title: words.kind,
      whole: true,
      cell: row =>
        row.read.kindStated ? (
          text('kind')(row)
        ) : (
          <Text inherit c="dimmed">
            {ROSTER_IMPORT.kindOpen}
          </Text>
        ),
    },
    { id: 'level', title: words.level, whole: true, cell: text('level') },
    { id: 'posting', title: words.posting, cell: text('posting') },
    { id: 'unit', title: words.unit, cell: row => <CutText width={160}>{row.read.instructor.unit}</CutText> },
    { id: 'term', title: words.term, cell: ({ read: { instructor } }) => <Term {...instructor} /> },
    {
      id: 'phone',
      title: words.phone,
      cell: ({ read: { instructor } }) => <PhoneLines phone={instructor.phone} />,
    },
    {
      id: 'todo',
      title: words.todo,
      width: 240,
      cell: row => (
        <Stack gap={2} miw={200}>
          <ChoiceSelect row={row} onChoose={choice => onChoose(row.place, choice)} />
          {row.choice?.kind === 'update' && <Changes changes={importChanges(row.choice.person, row.read)} />}
        </Stack>
      ),
    },
  ]
  return columns.filter(column => {
    const fields = SHOWN_FOR[column.id]
    return fields === undefined || fields.some(field => reading.fields.includes(field))
  })
}

const SHOWN_FOR: Readonly<Record<string, readonly Field[]>> = {
  sex: ['sex'],
  birthYear: ['age', 'birth'],
  level: ['level'],
  posting: ['posting'],
  unit: ['unit'],
  term: ['term', 'engagedFrom', 'engagedTo'],
  phone: ['phone'],
}

/** Where it needs two lines, it breaks between the dates. */
function Term({ engagedFrom, engagedTo }: Pick<Instructor, 'engagedFrom' | 'engagedTo'>) {
  if (!engagedFrom || !engagedTo) return engagedFrom ?? engagedTo
  return (
    <>
      <span className={classes['date']}>{ROSTER.from(engagedFrom)}</span>{' '}
      <span className={classes['date']}>{engagedTo}</span>
    </>
  )
}

function Changes({ changes }: { readonly changes: readonly FieldChange[] }) {
  return changes.map(({ field, before, after }) => (
    <Text key={field} size="xs" c="dimmed">
      {ROSTER_IMPORT.change(ROSTER_IMPORT.fields[field], shown(field, before), shown(field, after))}
    </Text>
  ))
}

function shown(field: FieldChange['field'], value: FieldChange['before']): string {
  const text = String(value ?? '')
  if (field === 'kind') return KIND_WORDS.get(text) ?? text
  if (field === 'level') return LEVEL_WORDS.get(text) ?? text
  return field === 'phone' ? maskPhone(text) : text
}
