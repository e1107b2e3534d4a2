import { Button, Group, Modal, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import { FIELD_WORDS, type Field } from '#shared/domain/roster/registration/fields.ts'
import { guessColumns } from './guess-columns.ts'

type ColumnsDialogProps = {
  readonly table: readonly (readonly string[])[]
  readonly onRead: (fields: readonly (Field | null)[]) => void
  readonly onClose: () => void
}

const SHOWN_ROWS = 5
// Object.keys forgets that a Record's keys are all there are.
const FIELDS = Object.keys(FIELD_WORDS) as Field[]

/** Rows came without their header: a person says what each column is; what they seem to be is proposed. */
export function ColumnsDialog({ table, onRead, onClose }: ColumnsDialogProps) {
  const [fields, setFields] = useState(() => guessColumns(table))
  const set = (place: number, chosen: Field | null) =>
    // One column each: the one that had it before is open again.
    setFields(before => before.map((field, index) => (index === place ? chosen : field === chosen ? null : field)))
  const enough = fields.includes('name') && fields.filter(field => field !== null && field !== 'index').length > 1
  return (
    <Modal opened onClose={onClose} title={ROSTER_IMPORT.columnsTitle} size="90%" data-dialog="columns">
      <Stack gap="md">
        <Text size="sm">{ROSTER_IMPORT.columnsText}</Text>
        <Table.ScrollContainer minWidth={fields.length * 104}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {fields.map((field, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column has nothing of its own but its place
                  <Table.Th key={place}>
                    <NativeSelect
                      size="xs"
                      aria-label={ROSTER_IMPORT.columnOf(place + 1)}
                      value={field ?? ''}
                      onChange={event => {
                        const { value } = event.currentTarget
                        set(place, FIELDS.find(known => known === value) ?? null)
                      }}
                      data={[
                        { value: '', label: ROSTER_IMPORT.columnUnread },
                        ...FIELDS.map(value => ({ value, label: FIELD_WORDS[value] })),
                      ]}
                    />
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {table.slice(0, SHOWN_ROWS).map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing of its own but its place
                <Table.Tr key={row}>
                  {fields.map((_, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell has nothing of its own but its place
                    <Table.Td key={place}>{cells[place]}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ROSTER_IMPORT.cancel}
          </Button>
          <Button onClick={() => onRead(fields)} disabled={!enough}>
            {ROSTER_IMPORT.pasteRead}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
