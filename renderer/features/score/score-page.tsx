import { Button, Grid } from '@mantine/core'
import { IconPrinter, IconTableExport } from '@tabler/icons-react'
import { useMemo } from 'react'
import { BarChart } from '#renderer/charts/bar-chart.tsx'
import { NobodyPage } from '#renderer/components/nobody-page.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOBODY } from '#renderer/strings/nobody.ts'
import { SCORE } from '#renderer/strings/score.ts'
import { ChartsPanel } from './charts-panel.tsx'
import { GapsPanel } from './gaps-panel.tsx'
import { gradeItems } from './grade-items.ts'
import { QuotaPanel } from './quota-panel.tsx'
import { RankingPanel } from './ranking-panel.tsx'
import { spreadItems } from './spread-items.ts'
import { UnrankedPanel } from './unranked-panel.tsx'
import { useScoreFiles } from './use-score-files.ts'

/** First what is missing; then the ranking with its lines and quota; then who is not in it. */
export function ScorePage() {
  const { row, evaluation } = useYearData()
  if (evaluation.instructors.length === 0)
    return <NobodyPage name="score" title={SCORE.title} text={NOBODY.score} year={row.year} />
  return <Scores />
}

function Scores() {
  const { score, evaluation } = useYearData()
  const files = useScoreFiles()
  const grades = useMemo(() => gradeItems(score.people, evaluation.scheme), [score, evaluation.scheme])
  const spread = useMemo(() => spreadItems(score.people, evaluation.scheme), [score, evaluation.scheme])
  return (
    <Page
      name="score"
      title={SCORE.title}
      lead={SCORE.lead}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={files.print}>
            {SCORE.print.button}
          </Button>
          <Button variant="default" leftSection={<IconTableExport size={16} />} onClick={() => void files.save()}>
            {SCORE.workbook.button}
          </Button>
        </>
      }
    >
      <GapsPanel />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <QuotaPanel />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Panel fill>
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, sm: 6 }}>
                <BarChart title={SCORE.grades.title} items={grades} lying height={150} heads={SCORE.grades.heads} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, sm: 6 }}>
                <BarChart
                  title={SCORE.spread.title}
                  note={SCORE.spread.note}
                  items={spread}
                  lying={false}
                  height={150}
                  heads={SCORE.spread.heads}
                />
              </Grid.Col>
            </Grid>
          </Panel>
        </Grid.Col>
      </Grid>
      <RankingPanel />
      <UnrankedPanel />
      <ChartsPanel />
    </Page>
  )
}
