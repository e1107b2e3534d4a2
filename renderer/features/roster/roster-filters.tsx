import { Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { ROSTER } from '#renderer/strings/roster.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import { type RosterFilter, type RosterOrder, valuesOf } from './roster-filter.ts'

type RosterFiltersProps = {
  readonly people: readonly Instructor[]
  readonly filter: RosterFilter
  readonly onChange: (filter: RosterFilter) => void
}

const FIELDS = ['kind', 'level', 'posting'] as const
const WORDS: Readonly<Record<string, ReadonlyMap<string, string>>> = { kind: KIND_WORDS, level: LEVEL_WORDS }
const TERMS = ['soon', 'ended'] as const
const ORDERS: readonly RosterOrder[] = ['file', 'strokes', 'pinyin']

/** What of the roster is looked for, and in which order it stands. */
export function RosterFilters({ people, filter, onChange }: RosterFiltersProps) {
  return (
    <Group gap="sm" justify="space-between">
      <Group gap="sm">
        <TextInput
          aria-label={ROSTER.search}
          placeholder={ROSTER.search}
          leftSection={<IconSearch size={15} />}
          value={filter.search}
          onChange={event => onChange({ ...filter, search: event.currentTarget.value })}
          w={210}
        />
        {FIELDS.map(field => (
          <Select
            key={field}
            aria-label={ROSTER[field]}
            placeholder={ROSTER.any[field]}
            clearable
            w={field === 'posting' ? 150 : 115}
            data={valuesOf(people, field).map(value => ({
              value,
              label: value === '' ? ROSTER.unknown : (WORDS[field]?.get(value) ?? value),
            }))}
            value={filter[field]}
            onChange={value => onChange({ ...filter, [field]: value })}
          />
        ))}
        <Select
          aria-label={ROSTER.termFilter}
          placeholder={ROSTER.anyTerm}
          clearable
          w={140}
          data={TERMS.map(value => ({ value, label: ROSTER.terms[value] }))}
          value={filter.term}
          onChange={value => onChange({ ...filter, term: TERMS.find(term => term === value) ?? null })}
        />
      </Group>
      <SegmentedControl
        aria-label={ROSTER.order}
        data={ORDERS.map(order => ({ value: order, label: ROSTER.orders[order] }))}
        value={filter.order}
        onChange={order => onChange({ ...filter, order })}
      />
    </Group>
  )
}
