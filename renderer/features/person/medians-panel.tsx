import { useMemo } from 'react'
import { PairedBars } from '#renderer/charts/paired-bars.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PERSON } from '#renderer/strings/person.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { medianItems } from './median-items.ts'

const words = PERSON.medians

/** Where the person stands, part by part, beside the middle of all. */
export function MediansPanel({ person }: { readonly person: AnnualScore }) {
  const { people } = useYearData().score
  const items = useMemo(() => medianItems(person, people), [person, people])
  if (items.length === 0) return null
  return (
    <Panel name="chart-medians">
      <PairedBars
        title={words.title}
        note={words.note}
        series={[words.own, words.median]}
        items={items}
        maximum={100}
        itemHead={words.head}
      />
    </Panel>
  )
}
