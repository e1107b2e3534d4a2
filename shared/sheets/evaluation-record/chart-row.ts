import type { AnnualScore, BallotScore } from '#shared/domain/score/annual-score.ts'
import { tenthsText } from '#shared/lib/largest-remainder.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { groupCounts } from '#shared/sheets/group-counts.ts'
import { barChart, filledBar, keySquare, sharesBar } from '#shared/sheets/paper/bars.ts'
import { row } from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { scoreText, weightWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const WIDTHS = [84, 78, 34] as const

/** Two small charts: each component's score against its weight; each group's distribution of marks. None without scores. */
export function chartRow(year: YearData, person: AnnualScore): Content[] {
  const ballot = person.components.find(part => part.kind === 'ballot')
  const charts = [...componentChart(person), ...(ballot ? distributionChart(year, person, ballot) : [])]
  if (charts.length === 0) return []
  return [row('图　　示', { columns: charts.map(chart => ({ ...chart, width: '*' as const })), columnGap: 14 })]
}

/** A bar as long as the component's weight, filled to its score: the dark parts together are the weighted total. */
function componentChart({ components }: AnnualScore): Content[] {
  const [, longest] = WIDTHS
  const scored = components.filter(part => part.score !== null)
  if (scored.length === 0) return []
  // Lengths on paper, not figures: a drawn bar may be a float.
  const weights = scored.map(({ weight }) => Number(weightWords(weight)))
  const most = Math.max(1, ...weights)
  const rows = scored.map((part, index) => {
    const full = ((weights[index] ?? 0) * longest) / most
    const score = part.score === null ? 0 : Number(roundHalfUp(part.score, 2))
    return {
      name: `${oneLine(part.component.name)} ${weightWords(part.weight)}%`,
      bar: filledBar(full, (full * score) / 100),
      figure: scoreText(part.score),
    }
  })
  return [barChart('各部分得分（条长为权重）', rows, WIDTHS)]
}

function distributionChart(year: YearData, person: AnnualScore, part: BallotScore): Content[] {
  const { scale } = part.component
  if (scale.kind !== 'grades') return []
  const { rateDenominator } = year.evaluation.scheme
  const numbers = year.ballots.get(part.component.id)
  const rows = groupCounts(part, numbers, person.instructor.id, rateDenominator)
    .filter(counts => counts.score.score !== null)
    .map(counts => ({
      name: oneLine(counts.score.group.name),
      bar: sharesBar(
        WIDTHS[1],
        counts.options.map(({ tenths }) => tenths ?? 0),
      ),
      figure: counts.options[0]?.tenths == null ? '' : `${tenthsText(counts.options[0].tenths)}%`,
    }))
  if (rows.length === 0) return []
  const key: Content = {
    columns: scale.options.flatMap((option, index) => [
      { ...keySquare(index), width: 9 },
      { text: oneLine(option.label), fontSize: 7.5, width: 'auto' as const, margin: [0, 0, 8, 0] as const },
    ]),
    columnGap: 3,
    margin: [0, 2, 0, 0],
  }
  const first = oneLine(scale.options[0]?.label)
  return [barChart(`各票种测评分布（右为${first}率）`, rows, WIDTHS, [key])]
}
