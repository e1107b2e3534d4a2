import { List } from '@mantine/core'

/** Short sentences under a table, one a line. */
export function NoteLines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <List size="sm" spacing={2} c="dimmed" mt="xs">
      {lines.map(line => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  )
}
