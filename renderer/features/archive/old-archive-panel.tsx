import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { OldArchiveView } from './old-archive-view.tsx'
import type { OldArchiveState } from './use-old-archive.ts'

const words = ARCHIVE.old

/** Any archive, looked at without changing it: from this computer's list, or from a folder that a person chooses. */
export function OldArchivePanel({ old }: { readonly old: OldArchiveState }) {
  const { choose, input } = useFileChoice(old.choose, { folder: true, mark: 'data-old-archive' })
  const { archive, reading } = old
  return (
    <Panel
      title={archive ? words.heading(archive.name) : words.title}
      name="old-archive"
      aside={
        archive && (
          <Button size="xs" variant="default" onClick={old.close}>
            {words.close}
          </Button>
        )
      }
    >
      {archive ? (
        <OldArchiveView archive={archive} />
      ) : (
        <Stack gap="sm" align="flex-start">
          <Text>{words.lead}</Text>
          {input}
          {reading === null ? (
            <Button variant="default" leftSection={<IconFolderOpen size={16} />} onClick={choose}>
              {words.choose}
            </Button>
          ) : (
            <Group gap="sm" role="status">
              <Loader size="sm" />
              <Text>{words.reading(reading)}</Text>
            </Group>
          )}
        </Stack>
      )}
    </Panel>
  )
}
