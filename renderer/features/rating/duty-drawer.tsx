import {
  Anchor,
  Autocomplete,
  Button,
  Divider,
  Group,
  NativeSelect,
  Select,
  SimpleGrid,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { AttachmentsField } from '#renderer/collect/attachments-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { useMeanwhile } from '#renderer/editing/use-meanwhile.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Rating, RatingDraft } from '#shared/domain/rating/rating.ts'
import { enterRating, ratingBounds, ratingCellFault, ratingCellsTotal } from '#shared/domain/rating/rating-entry.ts'
import { isSameRating, withRating } from '#shared/domain/rating/with-rating.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { formFaultWords } from '#shared/domain/self/form/form-fault-words.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import type { Choice } from './rating-drawer.tsx'
import { isRatingForm, type RatingForm, ratingFormOf, ratingPlaceWords } from './rating-form.ts'

type DutyDrawerProps = {
  readonly component: RatingComponent
  readonly choice: Choice
  readonly choices: readonly Choice[]
  /** The person's other ratings. */
  readonly others: readonly Rating[]
  readonly onPick: (key: string) => void
  readonly onClose: () => void
}

/** One rating of one person by one union, in a form. */
export function DutyDrawer({ component, choice, choices, others, onPick, onClose }: DutyDrawerProps) {
  const { row, evaluation } = useYearData()
  const { scheme, ratings } = evaluation
  const change = useTellingChange()
  const { duty } = choice
  const { instructor, source } = duty
  const initial = ratingFormOf(duty, scheme.grades)
  const draft = useDraft<RatingForm>(`rating:${instructor.id}:${choice.key}`, initial, isRatingForm)
  const meanwhile = useMeanwhile<RatingForm>({
    value: draft.value,
    began: ({ base, by }) => ratingFormOf({ rating: base, by: base?.by ?? by }, scheme.grades),
    stands: duty.rating && initial,
    set: draft.set,
    wordsOf: place => ratingPlaceWords(place, component),
  })
  const [tried, setTried] = useState(false)
  // Files take a while to be kept: what was typed meanwhile is not undone.
  const latest = useRef(draft.value)
  latest.current = draft.value
  if (!draft.value) return null

  const form = draft.value
  const bounds = ratingBounds(scheme, component, others)
  const who = { instructor: instructor.id, source: source.id, by: form.by.trim() }
  const entry = enterRating(who, null, form.cells, bounds)
  const total = component.indicators ? ratingCellsTotal(form.cells, component) : null
  const sameUnion = others.some(rating => isSameRating(rating, who))
  const changed = JSON.stringify(form) !== JSON.stringify(initial)
  const set = (part: Partial<RatingForm>) => draft.set({ ...form, ...part })
  const setCell = (id: string, text: string) => set({ cells: { ...form.cells, [id]: text } })
  const fault = (id: string) => {
    const found = ratingCellFault(id, form.cells, bounds)
    const waits = found?.code === 'blank' || found?.code === 'reason-needed'
    return found && (tried || !waits) ? formFaultWords(found) : null
  }
  const close = () => {
    void draft.drop()
    onClose()
  }
  const put = (what: string, rating: RatingDraft | null) =>
    change(what, current => {
      const before = form.base
      const now = before && (current.ratings.find(each => isSameRating(each, before)) ?? null)
      if (JSON.stringify(now) !== JSON.stringify(before)) return 'conflict'
      return { ...current, ratings: withRating(current.ratings, before, rating) }
    })
  const save = async () => {
    setTried(true)
    if (Object.keys(entry.held).length > 0 || sameUnion) return false
    const rating =
      entry.rating || form.attachments.length > 0
        ? { ...who, ...entry.rating, ...(form.attachments.length > 0 && { attachments: form.attachments }) }
        : null
    return await put(RATING.changed(instructor.name, who.by), rating)
  }
  const remove = async () => {
    if (await put(RATING.removed(instructor.name, who.by), null)) close()
  }
  const figure = (id: string, label: string, note?: string) => (
    <TextInput
      key={id}
      label={label}
      {...(note !== undefined && { description: note })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      autoComplete="off"
      value={form.cells[id] ?? ''}
      error={fault(id)}
      onChange={event => setCell(id, event.currentTarget.value)}
    />
  )
  const scored = component.indicators?.map(each => ({ ...each, id: `score:${each.id}` })) ?? [
    { id: 'score', name: RATING.drawerOverall, points: '100' },
  ]
  const unions = [...new Set(ratings.filter(each => each.source === source.id).map(each => each.by))].filter(Boolean)
  return (
    <FormDrawer
      title={RATING.edit(instructor.name)}
      size={620}
      changed={changed}
      recovered={draft.recovered}
      meanwhile={meanwhile}
      onStartOver={() => draft.set(initial)}
      onSave={save}
      onClose={close}
      more={
        duty.rating && (
          <Button variant="subtle" color="red" onClick={() => void remove()}>
            {RATING.remove}
          </Button>
        )
      }
    >
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {[instructor.unit, instructor.posting].filter(Boolean).join(' · ')}
        </Text>
        <Anchor component={Link} to={`/${row.year}/people/${instructor.id}`} size="sm">
          {RATING.toPerson}
        </Anchor>
      </Group>
      {choices.length > 1 && (
        <NativeSelect
          label={RATING.drawerWhich}
          value={choice.key}
          disabled={changed}
          onChange={event => onPick(event.currentTarget.value)}
          data={choices.map(each => ({
            value: each.key,
            label: each.another
              ? RATING.drawerDuty(each.duty.source.name, RATING.drawerAnother)
              : RATING.drawerDuty(each.duty.source.name, each.duty.by),
          }))}
        />
      )}
      <SimpleGrid cols={2} spacing="sm">
        <Autocomplete
          label={RATING.union}
          description={RATING.drawerUnionHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={unions}
          value={form.by}
          error={sameUnion ? RATING.sameUnion : null}
          onChange={by => set({ by })}
        />
        {figure('months', RATING.months, RATING.drawerMonthsHint)}
      </SimpleGrid>
      <Divider
        label={
          total === null ? RATING.drawerOverall : `${RATING.drawerOverall} · ${RATING.total} ${roundHalfUp(total, 2)}`
        }
        labelPosition="left"
      />
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs" data-scores>
        {scored.map(({ id, name, points }) => figure(id, name, RATING.points(points)))}
        <Select
          label={RATING.proposed}
          data={scheme.grades.map(grade => grade.label)}
          clearable
          value={form.cells['proposed'] ?? null}
          onChange={label => setCell('proposed', label ?? '')}
        />
      </SimpleGrid>
      <Textarea
        label={RATING.comment}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
        value={form.cells['comment'] ?? ''}
        onChange={event => setCell('comment', event.currentTarget.value)}
      />
      <Divider label={RATING.drawerAdjust} labelPosition="left" />
      {scheme.adjustments ? (
        <>
          <Text size="sm" c="dimmed">
            {RATING.drawerCaps(bounds.left.bonus.toString(), bounds.left.penalty.toString())}
          </Text>
          <SimpleGrid cols={3} spacing="sm">
            {figure('bonus', RATING.bonus)}
            {figure('penalty', RATING.penalty)}
          </SimpleGrid>
          <Textarea
            label={RATING.reason}
            autosize
            minRows={1}
            maxRows={6}
            value={form.cells['reason'] ?? ''}
            error={fault('reason')}
            onChange={event => setCell('reason', event.currentTarget.value)}
          />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {RATING.drawerNoCaps}
        </Text>
      )}
      <AttachmentsField
        label={RATING.attachments}
        attachments={form.attachments}
        onChange={update => {
          const now = latest.current ?? form
          latest.current = { ...now, attachments: update(now.attachments) }
          draft.set(latest.current)
        }}
      />
    </FormDrawer>
  )
}
