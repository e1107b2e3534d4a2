import { List, SimpleGrid, Text } from '@mantine/core'
import { NEW_YEAR } from '#renderer/strings/new-year.ts'
import type { CarriedOver } from './new-year-form.ts'

/** What comes along into the new year, and what does not. */
export function NewYearCarried({ carried, left }: CarriedOver) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" data-carried>
      {[
        { title: NEW_YEAR.carried, lines: carried },
        { title: NEW_YEAR.left, lines: left },
      ].map(({ title, lines }) => (
        <div key={title}>
          <Text size="sm" fw={600} mb={4}>
            {title}
          </Text>
          <List size="sm" spacing={2}>
            {lines.map(line => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </div>
      ))}
    </SimpleGrid>
  )
}
