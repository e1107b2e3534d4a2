import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import type { PublicNotice } from '#shared/domain/decision/notice.ts'
import { countWorkingDays } from '#shared/domain/decision/working-days.ts'
import { ObjectionForm } from './objection-form.tsx'
import { useChangeNotice } from './use-change-notice.ts'

const words = NOTICES.public
const inside = NOTICES.objections

/** One public notice: its days, its people, and what was objected. */
export function PublicItem({ notice }: { readonly notice: PublicNotice }) {
  const { row, evaluation } = useYearData()
  const { calendar = PLAIN_CALENDAR, instructors, closed } = evaluation
  const changeNotice = useChangeNotice()
  const [editing, setEditing] = useState<number | null>(null)
  const [removing, setRemoving] = useState(false)
  const names = personLabels(instructors)
  const day = today()
  const state = day < notice.from ? words.coming : day <= notice.to ? words.running : words.over
  return (
    <Stack gap="xs" data-notice={notice.id}>
      <Group justify="space-between">
        <Group gap="md">
          <Text fw={600}>
            {words.period(notice.from, notice.to, countWorkingDays(notice.from, notice.to, calendar))}
          </Text>
          <StateMark tone={state === words.over ? 'complete' : 'quiet'}>{state}</StateMark>
        </Group>
        {!closed && (
          <Group gap="xs">
            <Button component={Link} to={`/${row.year}/sheets?form=public-notice`} size="compact-sm" variant="default">
              {words.print}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setEditing(notice.objections.length)}>
              {inside.add}
            </Button>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => setRemoving(true)}>
              {words.remove}
            </Button>
          </Group>
        )}
      </Group>
      <Text size="sm">{words.people(notice.people.map(id => names.get(id) ?? id).join('、'))}</Text>
      {notice.objections.length === 0 ? (
        <Text size="sm" c="dimmed">
          {inside.none}
        </Text>
      ) : (
        <PlainTable
          label={inside.title}
          columns={[
            { title: inside.date, width: 110 },
            { title: inside.by, width: 100 },
            { title: inside.about, width: 110 },
            { title: inside.text },
            { title: inside.outcome },
            { title: '', width: 90 },
          ]}
          rows={notice.objections.map((objection, index) => ({
            key: `${index}`,
            cells: [
              objection.date,
              objection.by || '—',
              objection.about ? (names.get(objection.about) ?? objection.about) : inside.aboutAll,
              objection.text,
              objection.decidedOn ? (
                `${inside.settled(objection.decidedOn)}：${objection.outcome ?? ''}`
              ) : (
                <StateMark key="open" tone="lacking">
                  {inside.open}
                </StateMark>
              ),
              !closed && (
                <Button key="edit" size="compact-sm" variant="default" onClick={() => setEditing(index)}>
                  {inside.edit}
                </Button>
              ),
            ],
          }))}
        />
      )}
      {editing !== null && (
        <ObjectionForm key={editing} notice={notice} index={editing} onClose={() => setEditing(null)} />
      )}
      {removing && (
        <ConfirmDialog
          title={words.removeTitle}
          confirm={words.remove}
          dangerous
          onConfirm={() => changeNotice(words.removed, notice, null)}
          onClose={() => setRemoving(false)}
        >
          {words.removeText}
        </ConfirmDialog>
      )}
    </Stack>
  )
}
