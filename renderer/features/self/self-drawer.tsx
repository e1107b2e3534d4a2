import { Anchor, Button, Divider, Group, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { AttachmentsField } from '#renderer/collect/attachments-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { useMeanwhile } from '#renderer/editing/use-meanwhile.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { formFaultWords } from '#shared/domain/self/form/form-fault-words.ts'
import {
  compactSelf,
  enterSelf,
  type SelfCells,
  selfCellFault,
  selfCellsTotal,
  withSelf,
} from '#shared/domain/self/self-entry.ts'
import { WORKLOAD_FIELDS, WORKLOAD_WORDS } from '#shared/domain/self/workload.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { HELD_CELLS, type HeldCells, isHeldCells } from './import/held-cells.ts'
import { isSelfForm, type SelfForm, selfFormOf, selfPlaceWords } from './self-form.ts'

type SelfDrawerProps = {
  readonly component: SelfComponent
  readonly instructor: Instructor
  readonly onClose: () => void
}

const NOTHING: HeldCells = {}

/** One person's self-assessment in a form, with what of it waits unfinished in the list. */
export function SelfDrawer(props: SelfDrawerProps) {
  const { value, set } = useDraft<HeldCells>(HELD_CELLS, NOTHING, isHeldCells)
  const { id } = props.instructor
  if (!value) return null
  const { [id]: held, ...others } = value
  return <PersonDrawer {...props} held={held} onSaved={() => held && set(others)} />
}

type PersonDrawerProps = SelfDrawerProps & { readonly held: SelfCells | undefined; readonly onSaved: () => void }

function PersonDrawer({ component, instructor, held, onSaved, onClose }: PersonDrawerProps) {
  const { row, evaluation } = useYearData()
  const change = useTellingChange()
  const record = evaluation.self.find(each => each.instructor === instructor.id) ?? null
  const initial = selfFormOf(record)
  const begun = { ...initial, cells: { ...initial.cells, ...held } }
  const draft = useDraft<SelfForm>(`self:${instructor.id}`, begun, isSelfForm)
  const meanwhile = useMeanwhile<SelfForm>({
    value: draft.value,
    began: ({ base }) => selfFormOf(base),
    stands: record && initial,
    set: draft.set,
    wordsOf: place => selfPlaceWords(place, component),
  })
  const [tried, setTried] = useState(false)
  // Files take a while to be kept: what was typed meanwhile is not undone.
  const latest = useRef(draft.value)
  latest.current = draft.value
  if (!draft.value) return null

  const form = draft.value
  const set = (part: Partial<SelfForm>) => draft.set({ ...form, ...part })
  const fault = (id: string) => {
    const found = selfCellFault(id, form.cells, component)
    // A blank beside others is only told when somebody wants to save.
    return found && (tried || found.code !== 'blank') ? formFaultWords(found) : null
  }
  const entry = enterSelf(instructor.id, null, form.cells, component)
  const total = selfCellsTotal(form.cells, component)
  const close = () => {
    void draft.drop()
    onClose()
  }
  const save = async () => {
    setTried(true)
    if (Object.keys(entry.held).length > 0) return false
    const after = compactSelf({
      ...(entry.record ?? { instructor: instructor.id }),
      summary: form.summary.trim(),
      attachments: form.attachments,
    })
    const saved = await change(SELF.changed(instructor.name), current => {
      const now = current.self.find(each => each.instructor === instructor.id) ?? null
      if (JSON.stringify(now) !== JSON.stringify(form.base)) return 'conflict'
      return { ...current, self: withSelf(current.self, instructor.id, after) }
    })
    if (saved) onSaved()
    return saved
  }
  const remove = async () => {
    const removed = await change(SELF.removed(instructor.name), current => ({
      ...current,
      self: withSelf(current.self, instructor.id, null),
    }))
    if (!removed) return
    onSaved()
    close()
  }
  const figure = (id: string, label: string, note: string) => (
    <TextInput
      key={id}
      label={label}
      description={note}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      autoComplete="off"
      value={form.cells[id] ?? ''}
      error={fault(id)}
      onChange={event => set({ cells: { ...form.cells, [id]: event.currentTarget.value } })}
    />
  )
  const scored = component.indicators?.map(each => ({ ...each, id: `score:${each.id}` })) ?? [
    { id: 'score', name: SELF.drawerOverall, points: '100' },
  ]
  return (
    <FormDrawer
      title={SELF.edit(instructor.name)}
      size={620}
      changed={JSON.stringify(form) !== JSON.stringify(initial)}
      recovered={draft.recovered}
      meanwhile={meanwhile}
      onStartOver={() => draft.set(initial)}
      onSave={save}
      onClose={close}
      more={
        record && (
          <Button variant="subtle" color="red" onClick={() => void remove()}>
            {SELF.remove}
          </Button>
        )
      }
    >
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {[instructor.unit, instructor.posting].filter(Boolean).join(' · ')}
        </Text>
        <Anchor component={Link} to={`/${row.year}/people/${instructor.id}?from=roster`} size="sm">
          {SELF.toPerson}
        </Anchor>
      </Group>
      <Textarea
        label={SELF.summary}
        description={SELF.drawerSummaryHint}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={20_000}
        value={form.summary}
        onChange={event => set({ summary: event.currentTarget.value })}
        data-autofocus
      />
      <AttachmentsField
        attachments={form.attachments}
        onChange={update => {
          const now = latest.current ?? form
          latest.current = { ...now, attachments: update(now.attachments) }
          draft.set(latest.current)
        }}
      />
      <Divider label={SELF.drawerWork} labelPosition="left" />
      <SimpleGrid cols={3} spacing="sm">
        {WORKLOAD_FIELDS.map(field =>
          figure(`work:${field}`, WORKLOAD_WORDS[field].label, SELF.workUnit(WORKLOAD_WORDS[field].unit)),
        )}
      </SimpleGrid>
      <Divider
        label={total === null ? SELF.drawerScores : `${SELF.drawerScores} · ${SELF.total} ${roundHalfUp(total, 2)}`}
        labelPosition="left"
      />
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs" data-scores>
        {scored.map(({ id, name, points }) => figure(id, name, SELF.points(points)))}
      </SimpleGrid>
    </FormDrawer>
  )
}
