import { Button, Group, Text } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { ArchiveCheck } from './use-archive-gaps.ts'

const words = ARCHIVE.make

type MakePanelProps = {
  readonly check: ArchiveCheck | null
  /** Why it cannot begin yet, in words; null where it can. */
  readonly obstacle: string | null
  readonly onMake: () => void
}

/** What will be made, where, and the button that makes it. */
export function MakePanel({ check, obstacle, onMake }: MakePanelProps) {
  return (
    <Panel title={words.title} name="archive-make">
      {check?.ok && (
        <>
          <Text>{words.plan(check.documents)}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {words.folder(check.folder)}
          </Text>
        </>
      )}
      <Group mt="sm">
        <Button
          size="md"
          leftSection={<IconArchive size={18} />}
          disabled={obstacle !== null || check?.ok !== true}
          onClick={onMake}
        >
          {words.action}
        </Button>
        {obstacle !== null && (
          <Text c="dimmed" size="sm">
            {obstacle}
          </Text>
        )}
      </Group>
    </Panel>
  )
}
