import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { IconScan } from '@tabler/icons-react'
import { useFileDrop } from '#renderer/components/file-drop.ts'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { SCANS } from '#renderer/strings/scans.ts'
import type { ScanSession, ScanState } from './scan-session.ts'

/** Where scans come in, and how far reading them is. */
export function ReadingPanel({ session, state }: { readonly session: ScanSession; readonly state: ScanState }) {
  const { reading, faults, pages, unread } = state
  useFileDrop(reading ? null : SCANS.drop, files => {
    void session.add(files)
    return true
  })
  return (
    <Panel name="scans">
      <Stack gap="sm">
        {reading ? (
          <Stack gap="sm" aria-live="polite" data-reading>
            <Group justify="space-between">
              <Text fw={600}>{reading.total === 0 ? SCANS.opening : SCANS.reading(reading.done, reading.total)}</Text>
              <Button variant="default" onClick={session.stop}>
                {SCANS.stop}
              </Button>
            </Group>
            <Progress
              value={reading.total === 0 ? 100 : (reading.done / reading.total) * 100}
              animated={reading.total === 0}
              size="lg"
              aria-label={SCANS.reading(reading.done, reading.total)}
              transitionDuration={0}
            />
            <Text size="sm" c="dimmed" mih={20}>
              {reading.file}
            </Text>
          </Stack>
        ) : (
          <Group gap="md">
            <FileButton multiple accept=".pdf,.jpg,.jpeg,.png" onChange={files => void session.add(files)}>
              {props => (
                <Button
                  {...props}
                  variant={pages.length === 0 ? 'filled' : 'default'}
                  leftSection={<IconScan size={18} />}
                >
                  {pages.length === 0 ? SCANS.choose : SCANS.more}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed">
              {pages.length === 0 ? `${SCANS.signedHint}${SCANS.accepts}` : SCANS.accepts}
            </Text>
          </Group>
        )}
        {!reading && unread > 0 && <Notice>{SCANS.stopped(unread)}</Notice>}
        {faults.length > 0 && (
          <Notice>
            {faults.map(({ name, fault }) => (
              <Text key={name} size="sm">
                {SCANS.notRead(name, SCANS.faults[fault])}
              </Text>
            ))}
          </Notice>
        )}
      </Stack>
    </Panel>
  )
}
