import { Grid, Stack } from '@mantine/core'
import { Page } from '#renderer/components/page.tsx'
import { SAFETY } from '#renderer/strings/safety.ts'
import { BackupPanel } from './backup-panel.tsx'
import { ClosePanel } from './close-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { MirrorPanel } from './mirror-panel.tsx'
import { OperationsPanel } from './operations-panel.tsx'
import { RemovedPanel } from './removed-panel.tsx'

/** Where a year is kept a second time, taken away to, brought back from, finished and removed. */
export function SafetyPage() {
  return (
    <Page name="safety" title={SAFETY.title} lead={SAFETY.lead}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <MirrorPanel />
            <BackupPanel />
            <OperationsPanel />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <ClosePanel />
            <HistoryPanel />
            <RemovedPanel />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  )
}
