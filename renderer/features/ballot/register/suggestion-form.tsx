import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { useMeanwhile } from '#renderer/editing/use-meanwhile.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import type { Suggestion } from '#shared/domain/ballot/suggestion/suggestion.ts'

const words = SUGGESTIONS.register

type SuggestionFormProps = {
  readonly suggestion: Suggestion
  readonly number: number
  readonly readOnly: boolean
  readonly onClose: () => void
}

const FIELDS = ['responsible', 'due', 'answer', 'answered'] as const

/** The form of a suggestion as it stands. */
function formOf(base: Suggestion) {
  const { responsible = '', due = '', answer = '', answered = '' } = base
  return { base, responsible, due, answer, answered }
}

/** Who answers one suggestion by when, and the answer. What was said is not changed by anybody. */
export function SuggestionForm({ suggestion, number, readOnly, onClose }: SuggestionFormProps) {
  const change = useTellingChange()
  const [form, setForm] = useState(() => formOf(suggestion))
  const meanwhile = useMeanwhile({
    value: form,
    began: ({ base }) => formOf(base),
    stands: formOf(suggestion),
    set: setForm,
    wordsOf: ([place]) => FIELDS.flatMap(field => (field === place ? [words[field]] : []))[0] ?? null,
  })
  const unanswered = form.answered !== '' && form.answer.trim() === ''
  const save = () => {
    const { id, meeting, text } = suggestion
    const next: Suggestion = {
      id,
      meeting,
      text,
      ...(form.responsible.trim() === '' ? {} : { responsible: form.responsible.trim() }),
      ...(form.due === '' ? {} : { due: form.due }),
      ...(form.answer.trim() === '' ? {} : { answer: form.answer.trim() }),
      ...(form.answered === '' ? {} : { answered: form.answered }),
    }
    return change(words.what(number), current => {
      const standing = current.suggestions?.find(each => each.id === id)
      // Somebody else has written in it meanwhile.
      if (JSON.stringify(standing) !== JSON.stringify(form.base)) return 'conflict'
      return { ...current, suggestions: current.suggestions?.map(each => (each === standing ? next : each)) }
    })
  }
  return (
    <FormDrawer
      title={words.edit(number)}
      changed={JSON.stringify(form) !== JSON.stringify(formOf(form.base))}
      disabled={unanswered || readOnly}
      meanwhile={meanwhile}
      onSave={save}
      onClose={onClose}
    >
      <Stack gap="md">
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{suggestion.text}</Text>
        <TextInput
          label={words.responsible}
          value={form.responsible}
          onChange={event => setForm({ ...form, responsible: event.currentTarget.value })}
          readOnly={readOnly}
        />
        <DateField
          label={words.due}
          w={200}
          value={form.due}
          onChange={due => setForm({ ...form, due })}
          readOnly={readOnly}
        />
        <Textarea
          label={words.answer}
          autosize
          minRows={4}
          maxLength={500}
          value={form.answer}
          onChange={event => setForm({ ...form, answer: event.currentTarget.value })}
          error={unanswered ? words.answerFirst : undefined}
          readOnly={readOnly}
        />
        <DateField
          label={words.answered}
          w={200}
          value={form.answered}
          onChange={answered => setForm({ ...form, answered })}
          readOnly={readOnly}
        />
      </Stack>
    </FormDrawer>
  )
}
