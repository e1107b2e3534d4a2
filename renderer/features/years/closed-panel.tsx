import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { useYears } from '#renderer/db/hooks/use-years.ts'
import { YEARS } from '#renderer/strings/years.ts'
import { useImport } from './use-import.ts'

/** What follows a closed year: the next one, until there is a later year here. */
export function ClosedPanel({ year }: { readonly year: number }) {
  const years = useYears()
  const { newYear } = useImport()
  if (years === null || years.some(each => each.year > year)) return null
  return (
    <Panel title={YEARS.next.title} name="after-close">
      <Group justify="space-between" wrap="nowrap" gap="lg">
        <Text>{YEARS.next.closed}</Text>
        <Button leftSection={<IconPlus size={16} />} onClick={newYear} style={{ flex: 'none' }}>
          {YEARS.next.begin(year + 1)}
        </Button>
      </Group>
    </Panel>
  )
}
