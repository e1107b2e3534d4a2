import { Anchor, Button, Group, SimpleGrid, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { YEARS } from '#renderer/strings/years.ts'
import type { AgendaLine } from './agenda.ts'
import type { NextStep } from './next-step.ts'

type NextPanelsProps = {
  readonly year: number
  readonly next: NextStep | null
  readonly agenda: readonly AgendaLine[]
}

/** What to do next, and by when the rest is due: nobody who does this once a year should have to look for it. */
export function NextPanels({ year, next, agenda }: NextPanelsProps) {
  if (!next && agenda.length === 0) return null
  return (
    <SimpleGrid cols={{ base: 1, md: next && agenda.length > 0 ? 2 : 1 }} spacing="md">
      {next && (
        <Panel title={YEARS.next.title} fill>
          <Group justify="space-between" wrap="nowrap" gap="lg">
            <Text>{next.text}</Text>
            <Button
              component={Link}
              to={`/${year}/${next.step}`}
              rightSection={<IconArrowRight size={16} />}
              style={{ flex: 'none' }}
            >
              {next.action}
            </Button>
          </Group>
        </Panel>
      )}
      {agenda.length > 0 && (
        <Panel title={YEARS.agenda.title} fill flush>
          <PlainTable
            label={YEARS.agenda.title}
            columns={YEARS.agenda.columns}
            rows={agenda.slice(0, 4).map(line => ({
              key: `${line.date} ${line.what}`,
              cells: [
                line.date,
                <Anchor key="what" inherit component={Link} to={`/${year}/${line.step}`}>
                  {line.what}
                </Anchor>,
                <Text key="days" span inherit {...(line.days < 0 && { c: 'var(--pingyi-lack)' })}>
                  {YEARS.agenda.days(line.days)}
                </Text>,
              ],
            }))}
          />
        </Panel>
      )}
    </SimpleGrid>
  )
}
