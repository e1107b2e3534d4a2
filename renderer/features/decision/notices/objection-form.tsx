import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useMeanwhile } from '#renderer/editing/use-meanwhile.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import type { PublicNotice } from '#shared/domain/decision/notice.ts'
import { useChangeNotice } from './use-change-notice.ts'

const words = NOTICES.objections

type ObjectionFormProps = {
  readonly notice: PublicNotice
  /** Which objection; one beyond the last is a new one. */
  readonly index: number
  readonly onClose: () => void
}

const FIELDS = ['date', 'by', 'about', 'text', 'outcome', 'decidedOn'] as const

/** The form of an objection; null: a new one, of `day`. */
function formOf(base: PublicNotice['objections'][number] | null, day: string) {
  return {
    base,
    date: base?.date ?? day,
    by: base?.by ?? '',
    about: base?.about ?? '',
    text: base?.text ?? '',
    outcome: base?.outcome ?? '',
    decidedOn: base?.decidedOn ?? '',
  }
}

/** What somebody objected, and what came of looking into it. */
export function ObjectionForm({ notice, index, onClose }: ObjectionFormProps) {
  const { instructors } = useYearData().evaluation
  const changeNotice = useChangeNotice()
  const names = personLabels(instructors)
  const [day] = useState(() => today())
  const [form, setForm] = useState(() => formOf(notice.objections[index] ?? null, day))
  // A new one stays new, whatever another window adds at its place.
  const objection = form.base === null ? undefined : notice.objections[index]
  const meanwhile = useMeanwhile({
    value: form,
    began: ({ base }) => formOf(base, day),
    stands: objection ? formOf(objection, day) : null,
    set: setForm,
    textOf: (_, text) => names.get(text) ?? text,
    wordsOf: ([place]) => FIELDS.flatMap(field => (field === place ? [words[field]] : []))[0] ?? null,
  })
  const missing = form.text.trim() === '' || form.date === ''
  const half = (form.outcome.trim() === '') !== (form.decidedOn === '')
  const early = form.decidedOn !== '' && form.decidedOn < form.date
  const set = (field: keyof typeof form) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setForm({ ...form, [field]: event.currentTarget.value })
  const save = () => {
    const after = {
      date: form.date,
      ...(form.by.trim() !== '' && { by: form.by.trim() }),
      ...(form.about !== '' && { about: form.about }),
      text: form.text.trim(),
      ...(form.outcome.trim() !== '' && { outcome: form.outcome.trim(), decidedOn: form.decidedOn }),
    }
    const place = objection ? index : notice.objections.length
    const objections = [...notice.objections.slice(0, place), after, ...notice.objections.slice(place + 1)]
    return changeNotice(objection ? words.actSettle : words.act, notice, { ...notice, objections })
  }
  return (
    <FormDrawer
      title={objection ? words.edit : words.add}
      changed={JSON.stringify(form) !== JSON.stringify(formOf(form.base, day))}
      disabled={missing || half || early}
      meanwhile={meanwhile}
      save={words.save}
      onSave={save}
      onClose={onClose}
    >
      <Stack gap="md">
        <Group gap="sm" grow align="flex-start">
          <DateField label={words.date} withAsterisk value={form.date} onChange={date => setForm({ ...form, date })} />
          <TextInput label={words.by} placeholder={words.byHint} value={form.by} onChange={set('by')} />
        </Group>
        <Select
          label={words.about}
          allowDeselect={false}
          data={[
            { value: '', label: words.aboutAll },
            ...notice.people.map(id => ({ value: String(id), label: names.get(id) ?? id })),
          ]}
          value={form.about}
          onChange={about => setForm({ ...form, about: about ?? '' })}
        />
        <Textarea label={words.text} withAsterisk autosize minRows={3} value={form.text} onChange={set('text')} />
        <Textarea
          label={words.outcome}
          description={words.outcomeHint}
          autosize
          minRows={2}
          value={form.outcome}
          error={half ? words.both : undefined}
          onChange={set('outcome')}
        />
        <DateField
          label={words.decidedOn}
          w={200}
          value={form.decidedOn}
          error={early ? words.early : undefined}
          onChange={decidedOn => setForm({ ...form, decidedOn })}
        />
      </Stack>
    </FormDrawer>
  )
}
