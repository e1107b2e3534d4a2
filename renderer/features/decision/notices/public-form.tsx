import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import { publicNotices } from '#shared/domain/decision/notice.ts'
import { nextNoticeId, periodProblem } from '#shared/domain/decision/notice-rules.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { countWorkingDays, noticePeriod, PUBLIC_NOTICE_DAYS, shiftDay } from '#shared/domain/decision/working-days.ts'
import { useChangeNotice } from './use-change-notice.ts'

const words = NOTICES.form

type PublicFormProps = { readonly candidates: readonly Standing[]; readonly onClose: () => void }

/** Prepares a public notice: who, from when to when (proposed by the calendar), and where to object. */
export function PublicForm({ candidates, onClose }: PublicFormProps) {
  const { notices, calendar = PLAIN_CALENDAR, instructors } = useYearData().evaluation
  const changeNotice = useChangeNotice()
  const before = publicNotices(notices ?? []).at(-1)
  const [form, setForm] = useState(() => ({
    ...noticePeriod(shiftDay(today(), 1), calendar),
    people: candidates.map(standing => String(standing.instructor.id)),
    office: before?.office ?? '',
    phone: before?.phone ?? '',
    address: before?.address ?? '',
  }))
  const names = personLabels(instructors)
  const dated = form.from !== '' && form.to !== ''
  const problem = dated ? periodProblem(form.from, form.to, calendar) : null
  const save = () =>
    changeNotice(words.act(form.people.length), null, {
      id: nextNoticeId(notices, 'public'),
      kind: 'public',
      from: form.from,
      to: form.to,
      people: candidates.map(standing => String(standing.instructor.id)).filter(id => form.people.includes(id)),
      ...(form.office.trim() !== '' && { office: form.office.trim() }),
      ...(form.phone.trim() !== '' && { phone: form.phone.trim() }),
      ...(form.address.trim() !== '' && { address: form.address.trim() }),
      objections: [],
    })
  return (
    <FormDrawer
      title={words.title}
      changed
      disabled={!dated || problem !== null || form.people.length === 0}
      save={words.save}
      onSave={save}
      onClose={onClose}
    >
      <Stack gap="md">
        <Group gap="sm" align="flex-start">
          <DateField label={words.from} value={form.from} onChange={date => setForm({ ...form, from: date })} />
          <DateField
            label={words.to}
            value={form.to}
            error={
              problem === 'crossed' ? words.crossed : problem === 'short' ? words.short(PUBLIC_NOTICE_DAYS) : undefined
            }
            onChange={date => setForm({ ...form, to: date })}
          />
        </Group>
        <Group gap="sm">
          {dated && problem !== 'crossed' && (
            <Text size="sm" c="dimmed">
              {words.days(countWorkingDays(form.from, form.to, calendar))}
            </Text>
          )}
          <Button
            size="compact-sm"
            variant="default"
            disabled={form.from === ''}
            onClick={() => setForm({ ...form, ...noticePeriod(form.from, calendar) })}
          >
            {words.propose}
          </Button>
        </Group>
        <Checkbox.Group
          label={words.people}
          description={words.peopleHint}
          value={form.people}
          onChange={people => setForm({ ...form, people })}
        >
          <Group gap="sm" mt="xs">
            {candidates.map(({ instructor }) => (
              <Checkbox key={instructor.id} value={instructor.id} label={names.get(instructor.id) ?? instructor.name} />
            ))}
          </Group>
        </Checkbox.Group>
        {(['office', 'phone', 'address'] as const).map(field => (
          <TextInput
            key={field}
            label={words[field]}
            value={form[field]}
            onChange={event => setForm({ ...form, [field]: event.currentTarget.value })}
          />
        ))}
      </Stack>
    </FormDrawer>
  )
}
