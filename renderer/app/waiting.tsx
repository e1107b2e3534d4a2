import { Center, Group, Loader, Text } from '@mantine/core'

/** A quiet wait. Nothing here takes long enough for a bar. */
export function Waiting({ words }: { readonly words: string }) {
  return (
    <Center mih={240} role="status">
      <Group gap="sm">
        <Loader size="sm" />
        <Text c="dimmed">{words}</Text>
      </Group>
    </Center>
  )
}
