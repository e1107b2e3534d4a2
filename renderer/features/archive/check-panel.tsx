import { Alert, Checkbox, Group, List, Loader, Stack, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { archiveFailure } from './archive-failure.ts'
import { GapList } from './gap-list.tsx'
import type { ArchiveCheck } from './use-archive-gaps.ts'

const words = ARCHIVE.check

type CheckPanelProps = {
  readonly check: ArchiveCheck | null
  readonly confirmed: boolean
  readonly onConfirm: (confirmed: boolean) => void
}

/** What is missing, and the word of whoever archives that it was read. Never a dead end. */
export function CheckPanel({ check, confirmed, onConfirm }: CheckPanelProps) {
  return (
    <Panel title={words.title} name="archive-check">
      {check === null && (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text>{words.looking}</Text>
        </Group>
      )}
      {check?.ok === false && (
        <Alert color="red" title={archiveFailure(check.error.code)}>
          <List size="sm">
            {check.error.details.map(line => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {check?.ok && check.gaps.length === 0 && <StateMark tone="complete">{words.complete}</StateMark>}
      {check?.ok && check.gaps.length > 0 && (
        <Stack gap="sm">
          <Text>{words.missing(check.gaps.length)}</Text>
          <GapList gaps={check.gaps} />
          <Checkbox
            label={words.confirm(check.gaps.length)}
            checked={confirmed}
            onChange={event => onConfirm(event.currentTarget.checked)}
          />
        </Stack>
      )}
    </Panel>
  )
}
