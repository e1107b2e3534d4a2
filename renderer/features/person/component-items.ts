import type { BarItem } from '#renderer/charts/bar-chart.tsx'
import { PERSON } from '#renderer/strings/person.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { roundHalfUp, weightText } from '#shared/lib/rational.ts'

/** Each component's score with its weight; a missing one is an empty bar that says so. */
export function componentItems(person: AnnualScore): BarItem[] {
  return person.components.map(({ component, weight, score }) => {
    const printed = score && roundHalfUp(score, 2)
    return {
      label: weight === null ? component.name : PERSON.charts.componentLabel(component.name, weightText(weight)),
      value: printed === null ? 0 : Number(printed),
      text: printed ?? PERSON.steps.missing,
      tone: 'best',
    }
  })
}
