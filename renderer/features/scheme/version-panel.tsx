import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PUBLICATION } from '#renderer/strings/publication.ts'
import { scoreUnder } from '#shared/domain/evaluation/score-under.ts'
import type { SchemeVersion } from '#shared/domain/scheme/publication.ts'
import { compareScores } from '#shared/domain/score/compare-scores.ts'
import { ChangesTable } from './changes-table.tsx'

type VersionPanelProps = { readonly version: SchemeVersion; readonly number: number }

/** A scheme that was replaced after a count: why, and its results beside today's. */
export function VersionPanel({ version, number }: VersionPanelProps) {
  const { evaluation, score } = useYearData()
  const changes = useMemo(() => {
    const before = scoreUnder(evaluation, version.scheme)
    return before.ok ? compareScores(before.value, score) : null
  }, [evaluation, version, score])
  return (
    <Panel title={PUBLICATION.until(number, version.until, version.by)} name={`version-${number}`} flush>
      <Text size="sm" px="md" pt="xs">
        {PUBLICATION.why(version.reason, version.minute)}
      </Text>
      {changes === null ? (
        <Text px="md" py="xs">
          {PUBLICATION.unscorable}
        </Text>
      ) : (
        <ChangesTable
          label={PUBLICATION.version(number)}
          year={evaluation.year}
          changes={changes}
          before={version.scheme}
          after={evaluation.scheme}
        />
      )}
    </Panel>
  )
}
