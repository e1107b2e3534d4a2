import { useMemo } from 'react'
import { BarChart } from '#renderer/charts/bar-chart.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PERSON } from '#renderer/strings/person.ts'
import { lastDecisions } from '#shared/domain/decision/decision.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { yearItems } from './year-items.ts'

const words = PERSON.years

/** The person's grades over the years; nothing where there is but this one. */
export function YearsPanel({ person }: { readonly person: AnnualScore }) {
  const { row, evaluation } = useYearData()
  const { scheme, decisions } = evaluation
  const items = useMemo(
    () => yearItems(person, lastDecisions(decisions).get(person.instructor.id), scheme, row.year),
    [person, decisions, scheme, row.year],
  )
  if (items.length < 2) return null
  return (
    <Panel name="chart-years">
      <BarChart
        title={words.title}
        note={words.note}
        items={items}
        lying={false}
        maximum={scheme.grades.length * 1.2}
        height={150}
        heads={words.heads}
      />
    </Panel>
  )
}
