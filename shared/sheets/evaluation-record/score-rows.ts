import type { AnnualScore, ComponentScore } from '#shared/domain/score/annual-score.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { INNER, JOINED, label, proseRow, row, value, words } from '#shared/sheets/paper/cells.ts'
import type { Cell, Content } from '#shared/sheets/paper/definition.ts'
import { oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { decidedWords, fullRemarks, NONE, proposedWords, scoreText, weightWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** Characters of reasons that stand beside their figure; longer ones have a row of their own. */
const SHORT = 80

/** Component scores with their weights, total, rank, grades, and what must be known before signing. */
export function scoreRows(year: YearData, person: AnnualScore): Content[] {
  const { scheme } = year.evaluation
  const ranked = year.score.people.filter(each => each.rank !== null).length
  const reasons = adjustmentReasons(person)
  const isShort = reasons.join('').length <= SHORT
  const body: Cell[][] = [
    [label('组成部分'), label('权重（%）'), label('得　分'), label('其　中')],
    ...person.components.map(part => [
      value(oneLine(part.component.name)),
      value(weightWords(part.weight)),
      value(scoreText(part.score)),
      { text: partWords(part), fontSize: 9, verticalAlignment: 'middle' as const },
    ]),
    [
      value('加分／扣分'),
      value(''),
      value(`${roundHalfUp(person.bonus, 2)}／${roundHalfUp(person.penalty, 2)}`),
      words(isShort ? reasons.join('；') : '理由见下', { fontSize: 9 }),
    ],
  ]
  const notes = fullRemarks(person, scheme)
  return [
    row('考　评\n得　分', {
      layout: 'inner',
      margin: INNER,
      table: { widths: [88, 58, 66, '*'], heights: 19, body },
    }),
    {
      layout: 'grid',
      margin: JOINED,
      table: {
        widths: [50, '*', 50, '*', 50, '*', 50, '*'],
        heights: [22],
        dontBreakRows: true,
        body: [
          [
            label('总　　分'),
            value(person.printedTotal ?? NONE, { bold: true }),
            label('名　　次'),
            value(person.rank === null ? NONE : `${person.rank}／${ranked}`),
            label('建议等次'),
            value(proposedWords(person)),
            label('审定等次'),
            value(decidedWords(year.decisions.get(person.instructor.id), scheme), { bold: true }),
          ],
        ],
      },
    },
    ...(isShort ? [] : [proseRow('加分扣分\n理　　由', reasons, { fontSize: 9.5 })]),
    ...(notes.length === 0 ? [] : [proseRow('说　　明', [`${notes.join('；')}。`], { fontSize: 9.5 })]),
  ]
}

/** What a component's score was made of, e.g. `企业工会代表 90.00（30%，10 票）`. */
function partWords(part: ComponentScore): string {
  switch (part.kind) {
    case 'self':
      return part.score === null ? '未自评' : ''
    case 'ballot':
      return part.groups
        .map(({ group, score, weight, ballots, merged }) =>
          score === null
            ? `${oneLine(group.name)}${merged ? '并入其他票种' : '无票'}`
            : `${oneLine(group.name)} ${scoreText(score)}（${weightWords(weight)}%，${ballots}票）`,
        )
        .join('\n')
    case 'rating':
      return part.sources
        .filter(source => source.required)
        .map(({ source, score, weight }) =>
          score === null
            ? `${oneLine(source.name)}未评定`
            : `${oneLine(source.name)} ${scoreText(score)}（${weightWords(weight)}%）`,
        )
        .join('\n')
  }
}

/** What bonuses and penalties were given for. */
function adjustmentReasons(person: AnnualScore): string[] {
  const ratings = person.components.flatMap(part =>
    part.kind === 'rating' ? part.sources.flatMap(source => source.ratings.map(({ rating }) => rating)) : [],
  )
  return ratings.flatMap(rating => paragraphs(rating.reason))
}
