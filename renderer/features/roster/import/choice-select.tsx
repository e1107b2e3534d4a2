import { NativeSelect, Stack, Text } from '@mantine/core'
import { ROSTER_IMPORT } from '#renderer/strings/roster-import.ts'
import type { ImportChoice } from '#shared/domain/roster/edit/apply-import.ts'
import type { Match } from '#shared/domain/roster/edit/match-people.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { PreviewRow } from './preview-rows.ts'

type ChoiceSelectProps = { readonly row: PreviewRow; readonly onChoose: (choice: ImportChoice) => void }

/** What is done with one person of the form, and why it is asked. */
export function ChoiceSelect({ row, onChoose }: ChoiceSelectProps) {
  const { read, match, choice, lacks } = row
  const { name } = read.instructor
  if (match.kind === 'same') return <Text size="sm">{ROSTER_IMPORT.counts.same}</Text>
  const people = candidatesOf(match)
  const choose = (value: string) => {
    if (value === 'add' || value === 'skip') return onChoose({ kind: value })
    const person = people.find(({ id }) => id === value)
    if (person) onChoose({ kind: 'update', person })
  }
  const why = whyOf(match, name)
  return (
    <Stack gap={2}>
      <NativeSelect
        size="xs"
        aria-label={ROSTER_IMPORT.chooseFor(name)}
        value={optionOf(choice)}
        error={choice === null}
        onChange={event => choose(event.currentTarget.value)}
        data={[
          ...(choice === null ? [{ value: '', label: ROSTER_IMPORT.choose, disabled: true }] : []),
          ...people.map(person => ({
            value: String(person.id),
            label: ROSTER_IMPORT.update(person.name, person.unit ?? ''),
          })),
          { value: 'add', label: addLabel(match, name), disabled: lacks !== null },
          { value: 'skip', label: ROSTER_IMPORT.skip },
        ]}
      />
      {why !== null && (
        <Text size="xs" c="dimmed">
          {why}
        </Text>
      )}
      {lacks !== null && choice?.kind !== 'update' && (
        <Text size="xs" c="var(--pingyi-lack)">
          {ROSTER_IMPORT.lacks[lacks]}
        </Text>
      )}
    </Stack>
  )
}

function candidatesOf(match: Match): readonly Instructor[] {
  if (match.kind === 'unsure') return match.candidates
  return match.kind === 'changed' ? [match.person] : []
}

function optionOf(choice: ImportChoice | null): string {
  if (choice === null) return ''
  return choice.kind === 'update' ? choice.person.id : choice.kind
}

function addLabel(match: Match, name: string): string {
  if (match.kind === 'new') return ROSTER_IMPORT.counts.add
  return candidatesOf(match).some(person => person.name === name)
    ? ROSTER_IMPORT.asAnother
    : ROSTER_IMPORT.asAnotherPhone
}

function whyOf(match: Match, name: string): string | null {
  if (match.kind !== 'unsure') return null
  const [first] = match.candidates
  if (first && first.name !== name && match.candidates.length === 1) return ROSTER_IMPORT.samePhone(first.name)
  return ROSTER_IMPORT.sameName(match.candidates.length)
}
