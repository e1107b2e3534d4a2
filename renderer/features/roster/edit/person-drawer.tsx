import { Button, Divider, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { useMeanwhile } from '#renderer/editing/use-meanwhile.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { FORM } from '#renderer/strings/form.ts'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { lostScores, postedElsewhere, VARIANTS } from '#renderer/strings/scheme-variants.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { followPostings, type SchemeLoss } from '#shared/domain/evaluation/follow-scheme.ts'
import { type PersonField, readField } from '#shared/domain/roster/edit/person-field.ts'
import { putPerson } from '#shared/domain/roster/edit/put-person.ts'
import type { Instructor, PersonDraft } from '#shared/domain/roster/instructor.ts'
import { LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import { faultText } from './fault-text.ts'
import { HistoryFields } from './history-fields.tsx'
import { LeftFields } from './left-fields.tsx'
import { PersonFieldInput } from './person-field-input.tsx'
import { formOf, type HeldForm, isHeldForm, isUntouched, type PersonForm, personOf } from './person-form.ts'
import { placeWordsOf } from './place-words.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { SourceFields } from './source-fields.tsx'
import { StatusFields } from './status-fields.tsx'

type PersonDrawerProps = {
  /** null: somebody new. */
  readonly person: Instructor | null
  readonly onClose: () => void
}

const BASIC: readonly PersonField[] = ['name', 'sex', 'birthYear', 'education', 'kind', 'phone']
const ENGAGEMENT: readonly PersonField[] = ['level', 'posting', 'engagedFrom', 'engagedTo']
const EDUCATION = ['研究生', '大学本科', '大学专科', '中专', '高中']

/** One person of the roster in a form: everything that is known of them, or somebody new. */
export function PersonDrawer({ person, onClose }: PersonDrawerProps) {
  const { row, evaluation } = useYearData()
  const { instructors, scheme } = evaluation
  const change = useTellingChange()
  const initial: HeldForm = { base: person, form: formOf(person) }
  const draft = useDraft<HeldForm>(`roster:${person?.id ?? 'new'}`, initial, isHeldForm)
  const now = instructors.find(each => each.id === draft.value?.base?.id) ?? null
  const meanwhile = useMeanwhile<HeldForm>({
    value: draft.value,
    began: ({ base }) => ({ base, form: formOf(base) }),
    stands: now && { base: now, form: formOf(now) },
    set: draft.set,
    wordsOf: placeWordsOf,
  })
  const [left, setLeft] = useState<ReadonlySet<PersonField>>(new Set())
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const [registering, setRegistering] = useState(false)
  if (!draft.value) return null

  const { base, form } = draft.value
  const read = personOf(form, base)
  const faults = tried && !read.ok ? read.error : null
  const losses = read.ok ? lossesOf(evaluation, base, read.value) : []
  const set = (part: Partial<PersonForm>) => draft.set({ base, form: { ...form, ...part } })
  const close = () => {
    void draft.drop()
    onClose()
  }
  const save = async () => {
    setTried(true)
    if (!read.ok) return false
    const { id: _, ...after } = read.value
    const what = base === null ? ROSTER_FORM.added(after.name) : ROSTER_FORM.changed(after.name)
    return await change(postedElsewhere(what, losses), current => {
      const people = putPerson(current.instructors, base, after)
      return people === 'conflict' ? 'conflict' : followPostings(current, people).evaluation
    })
  }
  const input = (field: PersonField, suggestions?: readonly string[]) => {
    const untouched = isUntouched(form, base, field)
    const entered = readField(field, form.fields[field])
    const shown = !untouched && (tried || (left.has(field) && form.fields[field] !== ''))
    return (
      <PersonFieldInput
        key={field}
        field={field}
        text={form.fields[field]}
        untouched={untouched}
        error={shown && !entered.ok ? faultText(entered.error) : null}
        {...(suggestions && { suggestions })}
        autoFocus={field === 'name'}
        onChange={text => set({ fields: { ...form.fields, [field]: text } })}
        onLeave={() => setLeft(before => new Set(before).add(field))}
      />
    )
  }
  const suggestionsOf = (field: PersonField): readonly string[] | undefined => {
    if (field === 'level') return [...LEVEL_WORDS.values()]
    if (field === 'education') return valuesOf(instructors, 'education', EDUCATION)
    return field === 'posting' ? valuesOf(instructors, 'posting', []) : undefined
  }
  const namesake =
    base === null && form.fields.name.trim() !== ''
      ? instructors.find(other => other.name === form.fields.name.trim())
      : undefined

  return (
    <FormDrawer
      title={base === null ? ROSTER_FORM.add : ROSTER_FORM.edit(base.name)}
      changed={JSON.stringify(form) !== JSON.stringify(formOf(base))}
      adding={base === null}
      {...(base === null && { save: ROSTER_FORM.saveNew })}
      {...(losses.length > 0 && { save: FORM.saveLosing(lostScores(losses)), dangerous: true })}
      recovered={draft.recovered}
      meanwhile={meanwhile}
      onStartOver={() => draft.set(initial)}
      onSave={save}
      onClose={close}
      more={
        person && (
          <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
            {ROSTER_FORM.remove}
          </Button>
        )
      }
    >
      <SimpleGrid cols={2} spacing="sm">
        {BASIC.map(field => input(field, suggestionsOf(field)))}
      </SimpleGrid>
      {namesake && (
        <Text size="sm" c="var(--pingyi-lack)">
          {ROSTER_FORM.sameName(namesake.unit ?? '')}
        </Text>
      )}
      {input('unit')}
      {input('training')}
      <Divider label={ROSTER_FORM.engagement} labelPosition="left" />
      <SimpleGrid cols={2} spacing="sm">
        {ENGAGEMENT.map(field => input(field, suggestionsOf(field)))}
      </SimpleGrid>
      {losses.length > 0 && <Notice colour="red">{VARIANTS.moved(losses, FORM.save)}</Notice>}
      <SourceFields scheme={scheme} sources={form.sources} onChange={sources => set({ sources })} />
      <Divider label={ROSTER_FORM.status} labelPosition="left" />
      <StatusFields form={form} faults={faults} onChange={set} />
      <Divider label={ROSTER_FORM.history} labelPosition="left" />
      <HistoryFields form={form} faults={faults} grades={scheme.grades} lastYear={row.year - 1} onChange={set} />
      <Divider label={ROSTER_FORM.left} labelPosition="left" />
      <LeftFields form={form} faults={faults} focused={registering} onChange={set} />
      {person && removing && (
        <RemoveDialog
          person={person}
          onRemoved={close}
          onRegister={() => {
            setRemoving(false)
            set({ leftReason: 'left' })
            setRegistering(true)
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </FormDrawer>
  )
}

/** What is lost with the posting: another variant of the scheme may ask for other indicators. */
function lossesOf(evaluation: Evaluation, base: Instructor | null, after: PersonDraft): readonly SchemeLoss[] {
  if (base === null || after.posting === base.posting) return []
  const people = evaluation.instructors.map(person => (person.id === base.id ? { ...after, id: base.id } : person))
  return followPostings(evaluation, people).losses
}

/** What the roster has in a field, each once, after what is usual there. */
function valuesOf(people: readonly Instructor[], field: 'education' | 'posting', usual: readonly string[]): string[] {
  return [...new Set([...usual, ...people.flatMap(person => person[field] ?? [])])]
}
