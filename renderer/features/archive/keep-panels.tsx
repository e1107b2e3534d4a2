import { Stack, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SaveButton } from '#renderer/components/save-button.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { FILES } from '#renderer/strings/files.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'

/** What belongs beside the archive: the year's data to go on with. */
export function KeepPanels() {
  const { row, evaluation } = useYearData()
  return (
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
  )
}
