import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useYears } from '#renderer/db/hooks/use-years.ts'
import type { YearRow } from '#renderer/db/schema/rows.ts'
import { CONFIRM } from '#renderer/strings/confirm.ts'
import { NEW_YEAR } from '#renderer/strings/new-year.ts'
import { SCHEME_TEMPLATES } from '#shared/domain/scheme/templates/templates.ts'
import { NewYearCarried } from './new-year-carried.tsx'
import { carriedOver, SAME_SCHEME, titleOf } from './new-year-form.ts'
import { type NewYearState, useNewYear } from './use-new-year.ts'

const NOBODY = 'nobody'

/** Begins a year, from the one before or from a template. Shown while it is rendered; opens the year when it is made. */
export function NewYearDialog({ onClose }: { readonly onClose: () => void }) {
  const years = useYears()
  return (
    <Modal opened onClose={onClose} title={NEW_YEAR.title} size="lg" data-dialog="new-year">
      {years === null ? (
        <Text>{NEW_YEAR.reading}</Text>
      ) : (
        <NewYearFields years={years} today={new Date().getFullYear()} onClose={onClose} />
      )}
    </Modal>
  )
}

type FieldsProps = { readonly years: readonly YearRow[]; readonly today: number; readonly onClose: () => void }

function NewYearFields({ years, today, onClose }: FieldsProps) {
  const state = useNewYear(years, today, onClose)
  const { form, set, from } = state
  const title = titleOf(form, from)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void state.create()
      }}
    >
      <Stack gap="md">
        <Group align="flex-start" wrap="nowrap">
          <NumberInput
            label={NEW_YEAR.year}
            w={120}
            flex="none"
            value={form.year ?? ''}
            onChange={value => set({ year: typeof value === 'number' ? value : null })}
            allowDecimal={false}
            allowNegative={false}
            error={state.yearError}
            data-autofocus
          />
          <TextInput
            label={NEW_YEAR.name}
            flex={1}
            value={title}
            onChange={event => set({ title: event.currentTarget.value })}
            error={title.trim() === '' ? NEW_YEAR.empty : null}
          />
        </Group>
        <Group align="flex-start" wrap="nowrap">
          <TextInput
            label={NEW_YEAR.organiser}
            placeholder={NEW_YEAR.organiserHint}
            flex={1}
            withAsterisk
            value={state.organiser}
            onChange={event => set({ organiser: event.currentTarget.value })}
            error={state.organiserError}
          />
          <TextInput
            label={NEW_YEAR.operator}
            placeholder={NEW_YEAR.operatorHint}
            w={200}
            value={state.operator}
            onChange={event => set({ operator: event.currentTarget.value })}
          />
        </Group>
        {years.length > 0 && (
          <Select
            label={NEW_YEAR.people}
            data={[...years.map(peopleOption), { value: NOBODY, label: NEW_YEAR.nobody }]}
            value={form.from === null ? NOBODY : String(form.from)}
            onChange={value => state.carryFrom(value === null || value === NOBODY ? null : Number(value))}
            allowDeselect={false}
          />
        )}
        <SchemeSelect state={state} />
        {from ? (
          <NewYearCarried {...carriedOver(form, from)} />
        ) : (
          <Text size="sm" c="dimmed">
            {form.from === null ? NEW_YEAR.nothing : NEW_YEAR.reading}
          </Text>
        )}
        {state.sample && <Text size="sm">{NEW_YEAR.sampleNote}</Text>}
        {state.problems.length > 0 && (
          <Alert color="red" title={NEW_YEAR.faults}>
            {state.problems.map(problem => (
              <Text key={problem} size="sm">
                {problem}
              </Text>
            ))}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {CONFIRM.cancel}
          </Button>
          <Button type="submit" loading={state.busy} disabled={!state.ready}>
            {NEW_YEAR.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function SchemeSelect({ state: { form, set, from } }: { readonly state: NewYearState }) {
  const templates = SCHEME_TEMPLATES.map(({ id, about, scheme }) => ({
    value: id,
    label: NEW_YEAR.template(scheme.name, about),
  }))
  const same = from ? [{ value: SAME_SCHEME, label: NEW_YEAR.schemeFrom(from.year, from.scheme.name) }] : []
  return (
    <Select
      label={NEW_YEAR.scheme}
      description={form.scheme === SAME_SCHEME ? undefined : NEW_YEAR.unofficial}
      inputWrapperOrder={['label', 'input', 'description']}
      data={[...same, ...templates]}
      value={form.scheme}
      onChange={value => value !== null && set({ scheme: value })}
      allowDeselect={false}
    />
  )
}

function peopleOption({ year, sample }: YearRow) {
  return { value: String(year), label: sample ? NEW_YEAR.peopleFromSample(year) : NEW_YEAR.peopleFrom(year) }
}
