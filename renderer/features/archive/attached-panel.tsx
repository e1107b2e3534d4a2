import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAttachments } from '#renderer/collect/use-attachments.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { Attached } from '#shared/domain/decision/attached.ts'
import { forms } from '#shared/sheets/forms.ts'
import { AttachForm } from './attach-form.tsx'

const words = ARCHIVE.attached
const SHOWN = 8

/** Signed pages and documents from elsewhere that are archived with the year: added, looked at, taken away. */
export function AttachedPanel() {
  const { row, evaluation } = useYearData()
  const { attached = [], closed } = evaluation
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title={words.title}
      name="attached"
      aside={
        !closed && (
          <Button size="xs" variant="default" leftSection={<IconPaperclip size={14} />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.lead}{' '}
          <Anchor component={Link} to={`/${row.year}/sheets?tab=signed`} inherit underline="always">
            {words.toScans}
          </Anchor>
        </Text>
        {attached.length === 0 ? <Text>{words.none}</Text> : <AttachedTable attached={attached} />}
        {closed && <Text size="sm">{words.closed}</Text>}
      </Stack>
      {adding && <AttachForm onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function AttachedTable({ attached }: { readonly attached: readonly Attached[] }) {
  const { instructors, closed } = useYearData().evaluation
  const { open } = useAttachments()
  const change = useTellingChange()
  const [all, setAll] = useState(false)
  const names = new Map(instructors.map(person => [String(person.id), person.name]))
  const shown = all ? attached : attached.slice(-SHOWN)
  const remove = (id: string, name: string) =>
    change(words.acts.remove(name), now => ({ ...now, attached: now.attached?.filter(each => each.id !== id) }))
  return (
    <>
      <PlainTable
        label={words.title}
        columns={[
          { title: words.name },
          { title: words.what },
          { title: words.pages, align: 'right', width: 70 },
          { title: words.date, width: 110 },
          { title: words.action, align: 'right', width: 150 },
        ]}
        rows={shown.map(each => ({
          key: each.id,
          cells: [
            each.file.name,
            each.as === 'document' ? each.title : signedWords(each.form, names.get(each.instructor ?? '') ?? ''),
            each.pages,
            each.date,
            <Group key="acts" gap="xs" justify="flex-end" wrap="nowrap">
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={words.openOf(each.file.name)}
                onClick={() => void open(each.file)}
              >
                {words.open}
              </Button>
              {!closed && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  aria-label={words.removeOf(each.file.name)}
                  onClick={() => void remove(each.id, each.file.name)}
                >
                  {words.remove}
                </Button>
              )}
            </Group>,
          ],
        }))}
      />
      {attached.length > SHOWN && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setAll(!all)}>
          {all ? words.fewer : words.more(attached.length)}
        </Anchor>
      )}
    </>
  )
}

function signedWords(formId: string, person: string): string {
  return words.signedOf(forms.find(form => form.id === formId)?.title ?? formId, person)
}
