import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Panel } from '#renderer/components/panel.tsx'
import { SaveButton } from '#renderer/components/save-button.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { FILES } from '#renderer/strings/files.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'

/** What belongs beside the archive: the signed paper, and the year's data to go on with. */
export function KeepPanels() {
  const { row, evaluation } = useYearData()
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Panel title={ARCHIVE.sheetsTitle}>
        <Stack align="flex-start" gap="md">
          <Text>{ARCHIVE.sheetsText}</Text>
          <Button component={Link} to={`/${row.year}/sheets`} variant="default" leftSection={<IconPrinter size={16} />}>
            {ARCHIVE.toSheets}
          </Button>
        </Stack>
      </Panel>
      <Panel title={ARCHIVE.exportTitle}>
        <Stack align="flex-start" gap="md">
          <Text>{ARCHIVE.exportText}</Text>
          <SaveButton
            variant="default"
            name={FILES.evaluation(row.year)}
            text={() => writeEvaluation(evaluation)}
            done={FILES.saved(FILES.evaluation(row.year))}
          >
            {ARCHIVE.exportAction}
          </SaveButton>
        </Stack>
      </Panel>
    </SimpleGrid>
  )
}
