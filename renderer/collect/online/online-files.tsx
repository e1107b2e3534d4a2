import { Anchor, Group, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { COLLECT } from '#renderer/strings/collect.ts'
import type { OnlineFile } from './online-file.ts'
import { useTakeFiles } from './use-take-files.ts'

/** The files that a report brings, each to be looked at before anything is taken. */
export function OnlineFiles({ year, files }: { readonly year: number; readonly files: readonly OnlineFile[] }) {
  const { open } = useTakeFiles(year)
  return files.map(file => {
    const { name, sha256, size } = file.attachment
    return (
      <Group key={sha256} gap={4} wrap="nowrap">
        <IconPaperclip size={13} aria-hidden style={{ flex: 'none' }} />
        <Anchor
          component="button"
          type="button"
          size="xs"
          ta="left"
          title={COLLECT.openAttachment(name)}
          onClick={() => void open(file)}
        >
          {name}
        </Anchor>
        <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
          {COLLECT.bytes(size)}
        </Text>
      </Group>
    )
  })
}
