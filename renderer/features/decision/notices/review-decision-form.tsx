import { Anchor, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { DateField } from '#renderer/components/date-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import type { ReviewRequest } from '#shared/domain/decision/notice.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { useChangeNotice } from './use-change-notice.ts'

const words = NOTICES.review

type ReviewDecisionFormProps = {
  readonly request: ReviewRequest
  readonly standings: readonly Standing[]
  readonly onClose: () => void
}

/** What came of a review. The grade itself is an entry of the record and must be there first. */
export function ReviewDecisionForm({ request, standings, onClose }: ReviewDecisionFormProps) {
  const { row } = useYearData()
  const changeNotice = useChangeNotice()
  const standing = standings.find(each => each.instructor.id === request.instructor)
  const entry = standing?.last?.kind === 'review' && standing.last.date >= request.date ? standing.last : undefined
  const [begun] = useState(() => ({
    outcome: entry?.reason ?? '',
    decidedOn: entry?.date ?? today(),
  }))
  const [form, setForm] = useState(begun)
  const save = () =>
    changeNotice(words.actDecide(standing?.instructor.name ?? ''), request, {
      ...request,
      outcome: form.outcome.trim(),
      decidedOn: form.decidedOn,
      by: entry?.by ?? '',
    })
  return (
    <FormDrawer
      title={words.decide}
      changed={entry !== undefined}
      disabled={!entry || form.outcome.trim() === '' || form.decidedOn === '' || form.decidedOn < request.date}
      save={words.saveDecide}
      onSave={save}
      onClose={onClose}
    >
      <Stack gap="md">
        {entry ? (
          <Text size="sm">{`${words.by}：${entry.by}`}</Text>
        ) : (
          <Notice>
            {words.needsEntry}{' '}
            <Anchor
              component={Link}
              to={`/${row.year}/decision?decide=${request.instructor}`}
              inherit
              underline="always"
            >
              {words.toEntry}
            </Anchor>
          </Notice>
        )}
        <Textarea
          label={words.outcome}
          withAsterisk
          autosize
          minRows={3}
          value={form.outcome}
          onChange={event => setForm({ ...form, outcome: event.currentTarget.value })}
        />
        <DateField
          label={words.decidedOn}
          withAsterisk
          w={200}
          value={form.decidedOn}
          onChange={date => setForm({ ...form, decidedOn: date })}
        />
      </Stack>
    </FormDrawer>
  )
}
