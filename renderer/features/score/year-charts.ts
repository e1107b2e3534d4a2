import type { BarItem } from '#renderer/charts/bar-chart.tsx'
import type { ShareRow, ShareSeries } from '#renderer/charts/stacked-shares.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { SCORE } from '#renderer/strings/score.ts'
import { addRows, countOf, EMPTY_ROW, type Row } from '#shared/domain/ballot/combine-tallies.ts'
import { type Decision, lastDecisions } from '#shared/domain/decision/decision.ts'
import type { BallotComponent, GradesScale, Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, YearScore } from '#shared/domain/score/annual-score.ts'
import { median } from '#shared/domain/score/median.ts'
import { tenthsOfPercent, tenthsText } from '#shared/lib/largest-remainder.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'

const words = SCORE.charts

export type Shares = { readonly series: readonly ShareSeries[]; readonly rows: readonly ShareRow[] }

/** How each group divided its marks on the first indicator, everybody's ballots together; groups without any are left out. */
export function groupShares(people: readonly AnnualScore[], component: BallotComponent, scale: GradesScale): Shares {
  const scored = scale.options.filter(option => option.points !== undefined)
  return {
    series: [
      ...scale.options.map(option => ({ name: option.label, tone: toneOf(scored.indexOf(option), scored.length) })),
      { name: words.abstain, tone: 'faint' },
      { name: words.invalid, tone: 'plain' },
    ],
    rows: component.groups.flatMap(group => {
      const row = people.reduce<Row>((total, person) => {
        const part = person.components.find(each => each.kind === 'ballot' && each.component.id === component.id)
        const own = part?.kind === 'ballot' ? part.groups.find(each => each.group.id === group.id) : undefined
        const first = own?.indicators[0]
        return first ? addRows(total, first.row) : total
      }, EMPTY_ROW)
      return shareRow(group.name, [
        ...scale.options.map(option => countOf(row.marks, option.id)),
        row.abstain,
        row.invalid,
      ])
    }),
  }
}

/** The middle score of each component, over those who have one. */
export function medianItems({ people }: YearScore, scheme: Scheme): BarItem[] {
  return scheme.components.flatMap(component => {
    const middle = median(
      people.flatMap(person => person.components.find(part => part.component.id === component.id)?.score ?? []),
    )
    if (middle === null) return []
    const text = roundHalfUp(middle, 2)
    return [{ label: component.name, value: Number(text), text, tone: 'best' as const }]
  })
}

/** How the grades divided in each year that the roster remembers, and this year by decision or else proposal. */
export function yearShares(score: YearScore, decisions: readonly Decision[], scheme: Scheme): Shares {
  const last = lastDecisions(decisions)
  const years = new Map<number, (string | null)[]>()
  const add = (year: number, grade: string | null) => {
    const grades = years.get(year)
    if (grades) grades.push(grade)
    else years.set(year, [grade])
  }
  for (const { instructor, proposed } of score.people) {
    for (const entry of instructor.history ?? []) if (entry.year < score.year) add(entry.year, entry.grade)
    const decision = last.get(instructor.id)
    add(score.year, decision ? decision.final : (proposed?.id ?? null))
  }
  const known = new Set<string>(scheme.grades.map(grade => grade.id))
  const rows = [...years]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([year, grades]) =>
      shareRow(words.year(year, grades.length), [
        ...scheme.grades.map(grade => grades.filter(each => each === grade.id).length),
        grades.filter(each => each !== null && !known.has(each)).length,
        grades.filter(each => each === null).length,
      ]),
    )
  return {
    series: [
      ...scheme.grades.map((grade, index) => ({ name: grade.label, tone: toneOf(index, scheme.grades.length) })),
      { name: words.other, tone: 'plain' },
      { name: words.none, tone: 'faint' },
    ],
    rows,
  }
}

function shareRow(name: string, counts: readonly number[]): ShareRow[] {
  const tenths = tenthsOfPercent(counts)
  return tenths ? [{ name, parts: tenths.map(share => ({ tenths: share, text: `${tenthsText(share)}%` })) }] : []
}
