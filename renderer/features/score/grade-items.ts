import type { BarItem } from '#renderer/charts/bar-chart.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { SCORE } from '#renderer/strings/score.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'

const words = SCORE.grades

/** How many people are proposed each grade, and how many none and why. */
export function gradeItems(people: readonly AnnualScore[], { grades }: Scheme): BarItem[] {
  const item = (label: string, count: number, tone: BarItem['tone']): BarItem => ({
    label,
    value: count,
    text: words.people(count),
    tone,
  })
  const none = people.filter(person => person.proposed === null)
  const tied = none.filter(person => person.notes.includes('tie-at-quota')).length
  const blocked = none.filter(person => person.printedTotal === null).length
  return [
    ...grades.map((grade, index) =>
      item(grade.label, people.filter(person => person.proposed?.id === grade.id).length, toneOf(index, grades.length)),
    ),
    item(words.undecided, tied, 'plain'),
    item(words.ungraded, none.length - tied - blocked, 'plain'),
    item(words.blocked, blocked, 'plain'),
  ]
}
