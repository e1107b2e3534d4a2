import type { BarItem } from '#renderer/charts/bar-chart.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { PERSON } from '#renderer/strings/person.ts'
import type { Decision } from '#shared/domain/decision/decision.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'

const words = PERSON.years

/**
 * The person's grade in each year that the roster remembers, and in this one by decision or else proposal: the better, the
 * higher. A year without a grade, or with one that this scheme does not know, has its word and no bar.
 */
export function yearItems(
  { instructor, proposed }: AnnualScore,
  decision: Decision | undefined,
  { grades }: Scheme,
  year: number,
): readonly BarItem[] {
  const item = (grade: string | null, label: string): BarItem => {
    const place = grades.findIndex(each => each.id === grade)
    return {
      label,
      value: place < 0 ? 0 : grades.length - place,
      text: grades[place]?.label ?? grade ?? words.none,
      tone: toneOf(place, grades.length),
    }
  }
  const past = (instructor.history ?? []).filter(entry => entry.year < year).toSorted((a, b) => a.year - b.year)
  const now = decision ? decision.final : (proposed?.id ?? null)
  return [
    ...past.map(entry => item(entry.grade, words.year(entry.year))),
    item(now, decision ? words.year(year) : words.proposed(year)),
  ]
}
