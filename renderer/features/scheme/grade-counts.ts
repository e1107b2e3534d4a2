import type { BarItem } from '#renderer/charts/bar-chart.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { WHAT_IF } from '#renderer/strings/what-if.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'

/** How many people are proposed each grade, how many tie where the quota ends, and how many have none. */
export function gradeCounts(people: readonly AnnualScore[], { grades }: Pick<Scheme, 'grades'>): BarItem[] {
  const item = (label: string, count: number, tone: BarItem['tone']): BarItem => ({
    label,
    value: count,
    text: WHAT_IF.people(count),
    tone,
  })
  const none = people.filter(person => person.proposed === null)
  const tied = none.filter(person => person.notes.includes('tie-at-quota')).length
  return [
    ...grades.map((grade, index) =>
      item(grade.label, people.filter(person => person.proposed?.id === grade.id).length, toneOf(index, grades.length)),
    ),
    item(WHAT_IF.undecided, tied, 'plain'),
    item(WHAT_IF.none, none.length - tied, 'plain'),
  ]
}
