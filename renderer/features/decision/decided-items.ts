import type { BarItem } from '#renderer/charts/bar-chart.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'

/** How many people were decided each grade, how many none, and how many wait. */
export function decidedItems(standings: readonly Standing[], { grades }: Scheme): BarItem[] {
  const decided = standings.flatMap(standing => (standing.last ? [standing.last.final] : []))
  const item = (label: string, value: number, tone: BarItem['tone']): BarItem => ({
    label,
    value,
    text: DECISION.chart.people(value),
    tone,
  })
  return [
    ...grades.map((grade, index) =>
      item(grade.label, decided.filter(final => final === grade.id).length, toneOf(index, grades.length)),
    ),
    item(DECISION.noGrade, decided.filter(final => final === null).length, 'plain'),
    item(DECISION.stages.open, standings.length - decided.length, 'faint'),
  ]
}
