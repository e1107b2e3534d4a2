import { Autocomplete, Checkbox, Divider, MultiSelect, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { DateField } from '#renderer/components/date-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MERGING } from '#renderer/strings/merging.ts'
import { lostScores, postedElsewhere } from '#renderer/strings/scheme-variants.ts'
import { mergeUnions } from '#shared/domain/evaluation/merge-unions.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { EMPTY_FORM, isMergeForm, type MergeFault, type MergeForm, mergingOf, withUnions } from './merge-form.ts'
import { MergePreview } from './merge-preview.tsx'
import { unionKey, useDuties } from './use-duties.ts'

type MergeDrawerProps = { readonly component: RatingComponent; readonly onClose: () => void }

/** Unions that become one: what of the year changes with it, seen before it does. */
export function MergeDrawer({ component, onClose }: MergeDrawerProps) {
  const { evaluation } = useYearData()
  const { instructors, scheme } = evaluation
  const change = useTellingChange()
  const all = useDuties(component)
  const unions = useMemo(() => all.unions.filter(({ by }) => by !== ''), [all.unions])
  const draft = useDraft<MergeForm>(`merge:${component.id}`, EMPTY_FORM, isMergeForm)
  const [tried, setTried] = useState(false)
  const form = draft.value
  const read = useMemo(() => form && mergingOf(form, unions), [form, unions])
  const merged = useMemo(() => read?.merging && mergeUnions(evaluation, read.merging), [evaluation, read])
  if (!form || !read) return null

  const { merging, fault } = read
  const set = (part: Partial<MergeForm>) => draft.set({ ...form, ...part })
  const faultOf = (...kinds: readonly MergeFault[]) =>
    tried && fault !== null && kinds.includes(fault) ? MERGING.faults[fault] : null
  const chosen = unions.filter(union => form.unions.includes(unionKey(union)))
  const source = chosen[0]?.source.id
  const units = instructors.filter(({ unit }) => unit !== form.into && chosen.some(({ by }) => by === unit)).length
  const postings = [...new Set(instructors.flatMap(person => person.posting ?? []))]
  const losses = merged?.losses ?? []
  const close = () => {
    void draft.drop()
    onClose()
  }
  const save = async () => {
    setTried(true)
    if (!merging || fault !== null) return false
    const from = merging.from.filter(name => name !== merging.into)
    return await change(postedElsewhere(MERGING.done(from, merging.into), losses), current => {
      // What was previewed is what is done.
      const same = current.instructors === instructors && current.ratings === evaluation.ratings
      return same && current.scheme === scheme ? mergeUnions(current, merging).evaluation : 'conflict'
    })
  }
  return (
    <FormDrawer
      title={MERGING.title}
      size={720}
      changed={JSON.stringify(form) !== JSON.stringify(EMPTY_FORM)}
      save={losses.length > 0 ? MERGING.saveLosing(lostScores(losses)) : MERGING.save}
      dangerous={losses.length > 0}
      recovered={draft.recovered}
      onStartOver={() => draft.set(EMPTY_FORM)}
      onSave={save}
      onClose={close}
    >
      <Text size="sm" c="dimmed">
        {MERGING.lead}
      </Text>
      <MultiSelect
        label={MERGING.which}
        description={MERGING.whichHint}
        searchable
        hidePickedOptions
        value={form.unions}
        error={faultOf('which')}
        onChange={keys => draft.set(withUnions(form, component, unions, keys, instructors))}
        data={component.sources.map(each => ({
          group: each.name,
          items: unions
            .filter(union => union.source.id === each.id)
            .map(union => ({
              value: unionKey(union),
              label: MERGING.option(union.by, union.duties.length),
              disabled: source !== undefined && union.source.id !== source,
            })),
        }))}
      />
      <SimpleGrid cols={2} spacing="sm">
        <Autocomplete
          label={MERGING.into}
          description={MERGING.intoHint}
          data={chosen.map(({ by }) => by)}
          value={form.into}
          error={faultOf('into', 'same')}
          onChange={into => set({ into })}
        />
        <DateField
          label={MERGING.date}
          description={MERGING.dateHint}
          value={form.date}
          error={faultOf('date')}
          onChange={date => set({ date })}
        />
        <MultiSelect
          label={MERGING.postings}
          description={MERGING.postingsHint}
          data={postings}
          value={form.postings}
          onChange={list => set({ postings: list })}
        />
        <Autocomplete
          label={MERGING.posting}
          description={MERGING.postingHint}
          data={form.postings}
          value={form.posting}
          onChange={posting => set({ posting })}
        />
      </SimpleGrid>
      <Radio.Group
        label={MERGING.received}
        description={MERGING.receivedHint}
        value={form.rename ? 'rename' : 'keep'}
        onChange={value => set({ rename: value === 'rename' })}
      >
        <Stack gap={6} mt="xs">
          <Radio value="keep" label={MERGING.keep} />
          <Radio value="rename" label={MERGING.rename} />
        </Stack>
      </Radio.Group>
      {units > 0 && (
        <Checkbox
          label={MERGING.units(units)}
          checked={form.units}
          onChange={event => set({ units: event.currentTarget.checked })}
        />
      )}
      <Divider label={MERGING.preview} labelPosition="left" />
      {merged && merging ? (
        <MergePreview merged={merged} merging={merging} duties={all.duties} quotaBy={scheme.excellentQuota?.by} />
      ) : (
        <Text size="sm" c="dimmed">
          {MERGING.nothing}
        </Text>
      )}
    </FormDrawer>
  )
}
