import { Button, Divider, Group, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useRemoved } from '#renderer/db/hooks/use-removed.ts'
import { YEARS } from '#renderer/strings/years.ts'
import { RemovedPanel } from './removed-panel.tsx'
import { useImport } from './use-import.ts'

type FirstRunPageProps = {
  /** How a computer without a year takes over a meeting; another step's, so the app brings it. */
  readonly takeOver: ReactNode
}

/** The app without any data: how to begin. */
export function FirstRunPage({ takeOver }: FirstRunPageProps) {
  const { importFile, importSample, newYear, reading } = useImport()
  const removed = useRemoved()
  return (
    <Page name="first-run" title={YEARS.firstTitle} lead={YEARS.firstText}>
      <Panel>
        <Stack gap="lg">
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Text fz="lg" fw={600}>
                {YEARS.newTitle}
              </Text>
              <Text c="dimmed">{YEARS.newText}</Text>
            </div>
            <Button size="md" leftSection={<IconPlus size={18} />} onClick={newYear} flex="none">
              {YEARS.newAction}
            </Button>
          </Group>
          <Dropzone
            onDrop={files => {
              const [file] = files
              if (file) void importFile(file)
            }}
            multiple={false}
            loading={reading}
            p={32}
            inputProps={{ 'aria-label': YEARS.choose }}
            data-drop
          >
            <Stack align="center" gap={6} style={{ pointerEvents: 'none' }}>
              <IconFileImport size={40} stroke={1.3} color="var(--mantine-primary-color-filled)" />
              <Text fz="lg" fw={600}>
                {YEARS.dropTitle}
              </Text>
              <Text c="dimmed">{YEARS.dropText}</Text>
            </Stack>
          </Dropzone>
          <Divider />
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Text fw={600}>{YEARS.sampleTitle}</Text>
              <Text c="dimmed" size="sm">
                {YEARS.sampleText}
              </Text>
            </div>
            <Button variant="light" onClick={() => void importSample()} loading={reading} flex="none">
              {YEARS.loadSample}
            </Button>
          </Group>
          <Divider />
          {takeOver}
        </Stack>
      </Panel>
      {removed !== null && removed.length > 0 && <RemovedPanel />}
    </Page>
  )
}
