import { countOf } from '#shared/domain/ballot/combine-tallies.ts'
import type { AnnualScore, BallotScore, ComponentScore, GroupScore } from '#shared/domain/score/annual-score.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { INNER, label, row, value, words } from '#shared/sheets/paper/cells.ts'
import type { Cell, Content } from '#shared/sheets/paper/definition.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { NONE, scoreText, weightWords } from '#shared/sheets/score-words.ts'

const SIZE = 9

/** One row a component, each with the steps from the counts to its score. */
export function stepRows({ components }: AnnualScore): Content[] {
  return components.map(part => {
    const name = oneLine(part.component.name, 16)
    const steps = stepsOf(part)
    return row(
      name,
      {
        layout: 'inner',
        margin: INNER,
        table: {
          widths: [92, '*', 48, 48],
          dontBreakRows: true,
          body: [
            [label('来　源'), label('计　算'), label('权　重'), label('得　分')],
            ...steps,
            [
              words('合　计'),
              words(''),
              value(part.weight === null ? NONE : `${weightWords(part.weight)}%`),
              value(scoreText(part.score), { bold: true }),
            ],
          ],
        },
      },
      { breakable: steps.length > 8 },
    )
  })
}

function stepsOf(part: ComponentScore): Cell[][] {
  switch (part.kind) {
    case 'self': {
      const scores = part.record?.scores
      const given = part.indicators.map(
        ({ id, name, points }) => `${oneLine(name, 20)}${scores?.[id] ?? NONE}／${points}`,
      )
      return [step('本人自评', given.length > 0 ? given.join('，') : '自评总分', null, part.score)]
    }
    case 'ballot':
      return part.groups.map(group =>
        step(oneLine(group.group.name), countWords(part, group), group.weight, group.score),
      )
    case 'rating':
      return part.sources
        .filter(source => source.required)
        .map(({ source, ratings, weight, score }) => {
          const each = ratings.map(
            own =>
              `${oneLine(own.rating.by, 24) || oneLine(source.name)} ${scoreText(own.score)}${own.rating.months === undefined ? '' : `（${own.rating.months}个月）`}`,
          )
          return step(oneLine(source.name), each.length === 0 ? '未评定' : each.join('，'), weight, score)
        })
  }
}

function step(from: string, how: string, weight: ComponentScore['weight'], score: ComponentScore['score']): Cell[] {
  return [
    words(oneLine(from, 40), { fontSize: SIZE }),
    words(oneLine(how, 400), { fontSize: SIZE }),
    value(weight === null ? '' : `${weightWords(weight)}%`, { fontSize: SIZE }),
    value(scoreText(score), { fontSize: SIZE }),
  ]
}

/** `（优秀15×100＋称职6×80）÷21，弃权2、无效1不计`; with several indicators one sum each. */
function countWords({ component }: BallotScore, group: GroupScore): string {
  if (group.score === null) return group.merged ? '并入其他票种计票' : '无票'
  const { scale } = component
  return group.indicators
    .filter(({ counted }) => counted > 0)
    .map(({ indicator, row: tally, counted, points, dropped, score }) => {
      const marks =
        scale.kind === 'grades'
          ? scale.options
              .filter(option => option.points !== undefined && countOf(tally.marks, option.id) > 0)
              .map(option => `${oneLine(option.label, 12)}${countOf(tally.marks, option.id)}×${option.points}`)
              .join('＋')
          : `合计${roundHalfUp(points, 2)}分`
      const trimmed = dropped.length === 0 ? '' : `，去掉${dropped.join('、')}`
      const single = component.indicators.length === 1
      const name = single ? '' : `${oneLine(indicator.name, 16)}：`
      const mean = single ? '' : `＝${scoreText(score)}`
      return `${name}（${marks}）÷${counted}${mean}${trimmed}，弃权${tally.abstain}、无效${tally.invalid}不计`
    })
    .join('；')
}
