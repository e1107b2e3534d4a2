import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useRef } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { OldArchiveView } from './old-archive-view.tsx'
import type { OldArchiveState } from './use-old-archive.ts'

const words = ARCHIVE.old

/** Any archive, looked at without changing it: from this computer's list, or from a folder that a person chooses. */
export function OldArchivePanel({ old }: { readonly old: OldArchiveState }) {
  const input = useRef<HTMLInputElement | null>(null)
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
          <input
            ref={node => {
              // React does not know the attribute that lets a folder be chosen.
              node?.setAttribute('webkitdirectory', '')
              input.current = node
            }}
            type="file"
            multiple
            hidden
            data-old-archive
            onChange={event => {
              const files = [...(event.currentTarget.files ?? [])]
              event.currentTarget.value = ''
              if (files.length > 0) void old.choose(files)
            }}
          />
          {reading === null ? (
            <Button variant="default" leftSection={<IconFolderOpen size={16} />} onClick={() => input.current?.click()}>
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
