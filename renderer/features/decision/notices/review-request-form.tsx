import { Select, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import { resultNotice } from '#shared/domain/decision/notice.ts'
import { nextNoticeId } from '#shared/domain/decision/notice-rules.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { addWorkingDays, REVIEW_REQUEST_DAYS } from '#shared/domain/decision/working-days.ts'
import { useChangeNotice } from './use-change-notice.ts'

const words = NOTICES.review

type ReviewRequestFormProps = { readonly standings: readonly Standing[]; readonly onClose: () => void }

/** A person asks for the decision to be looked at again. */
export function ReviewRequestForm({ standings, onClose }: ReviewRequestFormProps) {
  const { notices, calendar = PLAIN_CALENDAR, instructors } = useYearData().evaluation
  const changeNotice = useChangeNotice()
  const [begun] = useState(() => ({ instructor: '', date: today(), text: '' }))
  const [form, setForm] = useState(begun)
  const names = personLabels(instructors)
  const served = resultNotice(notices ?? [])
  const until = served && addWorkingDays(served.date, REVIEW_REQUEST_DAYS, calendar)
  const decided = standings.filter(standing => standing.last && standing.stage !== 'reviewing')
  const save = () =>
    changeNotice(words.act(names.get(form.instructor) ?? form.instructor), null, {
      id: nextNoticeId(notices, 'review'),
      kind: 'review',
      instructor: form.instructor,
      date: form.date,
      text: form.text.trim(),
    })
  return (
    <FormDrawer
      title={words.add}
      changed={JSON.stringify(form) !== JSON.stringify(begun)}
      disabled={form.instructor === '' || form.date === '' || form.text.trim() === ''}
      save={words.save}
      onSave={save}
      onClose={onClose}
    >
      <Stack gap="md">
        <Select
          label={words.person}
          withAsterisk
          searchable
          data={decided.map(({ instructor }) => ({
            value: String(instructor.id),
            label: names.get(instructor.id) ?? instructor.name,
          }))}
          value={form.instructor === '' ? null : form.instructor}
          onChange={instructor => setForm({ ...form, instructor: instructor ?? '' })}
        />
        <DateField
          label={words.date}
          withAsterisk
          w={200}
          value={form.date}
          description={until !== undefined && form.date > until ? words.late(until) : undefined}
          onChange={date => setForm({ ...form, date })}
        />
        <Textarea
          label={words.text}
          withAsterisk
          autosize
          minRows={3}
          value={form.text}
          onChange={event => setForm({ ...form, text: event.currentTarget.value })}
        />
      </Stack>
    </FormDrawer>
  )
}
