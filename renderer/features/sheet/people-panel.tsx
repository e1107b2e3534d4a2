import {
  Button,
  Checkbox,
  Group,
  ScrollArea,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { personMatcher } from '#renderer/strings/person-matcher.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { toggled } from './sheet-choice.ts'

type PeoplePanelProps = {
  readonly people: readonly Instructor[]
  /** Null for everybody. */
  readonly chosen: ReadonlySet<string> | null
  readonly onChange: (chosen: ReadonlySet<string> | null) => void
}

/** Everybody, or some who are ticked in a list that can be searched. */
export function PeoplePanel({ people, chosen, onChange }: PeoplePanelProps) {
  const [search, setSearch] = useState('')
  const shown = useMemo(() => people.filter(personMatcher(search)), [people, search])
  return (
    <Panel
      title={SHEETS.people}
      name="people"
      aside={
        <SegmentedControl
          size="xs"
          aria-label={SHEETS.people}
          data={[
            { value: 'all', label: SHEETS.everybody(people.length) },
            { value: 'some', label: SHEETS.some },
          ]}
          value={chosen === null ? 'all' : 'some'}
          onChange={value => onChange(value === 'all' ? null : new Set())}
        />
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {SHEETS.onlyPersonal}
        </Text>
        {chosen && (
          <>
            <Group gap="xs">
              <TextInput
                aria-label={SHEETS.search}
                placeholder={SHEETS.search}
                leftSection={<IconSearch size={15} />}
                size="xs"
                value={search}
                onChange={event => setSearch(event.currentTarget.value)}
                flex={1}
              />
              <Button
                size="xs"
                variant="default"
                onClick={() => onChange(new Set([...chosen, ...shown.map(person => person.id)]))}
              >
                {search === '' ? SHEETS.chooseAll : SHEETS.chooseShown}
              </Button>
              <Button size="xs" variant="default" onClick={() => onChange(new Set())}>
                {SHEETS.clear}
              </Button>
              <Text size="sm">{SHEETS.chosen(chosen.size)}</Text>
            </Group>
            <ScrollArea h={220} type="auto">
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs" verticalSpacing={8} pr="md">
                {shown.map(person => (
                  <Checkbox
                    key={person.id}
                    size="xs"
                    label={person.name}
                    description={person.unit ?? person.posting}
                    checked={chosen.has(person.id)}
                    onChange={() => onChange(toggled(chosen, person.id))}
                  />
                ))}
              </SimpleGrid>
              {shown.length === 0 && <Text c="dimmed">{SHEETS.nobodyFound}</Text>}
            </ScrollArea>
          </>
        )}
      </Stack>
    </Panel>
  )
}
