import { scoreUnder } from '#shared/domain/evaluation/score-under.ts'
import type { SchemeVersion } from '#shared/domain/scheme/publication.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { compareScores, type ScoreChange } from '#shared/domain/score/compare-scores.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { blockList } from '#shared/sheets/paper/block-list.ts'
import { nameCell } from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { LANDSCAPE_WIDTH } from '#shared/sheets/paper/page.ts'
import { middle, type PlainColumn, plainTable } from '#shared/sheets/paper/plain-table.ts'
import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'
import { NONE, proposedWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const SIZE = 9

/**
 * Where the scheme was replaced after a count: why, by which minutes, and everybody's result under each earlier version
 * beside today's, on pages of their own; nothing where it never was. Source: SCORING.md, a published scheme is locked.
 */
export function versionResults(year: YearData): Content[] {
  const { evaluation } = year
  return (evaluation.publication?.versions ?? []).flatMap((version, index) => versionPart(year, version, index + 1))
}

function versionPart({ evaluation, score }: YearData, version: SchemeVersion, number: number): Content[] {
  const caption: Content = {
    text: `附件：考评方案更换前后的结果对照（第${number}版，用到${dateWords(version.until)}，由${oneLine(version.by, 30)}决定更换）`,
    fontSize: 12,
    bold: true,
    pageBreak: 'before',
    margin: [2, 0, 2, 4],
  }
  const why: Content = {
    text: `更换原因：${oneLine(version.reason)}　会议纪要：${oneLine(version.minute)}`,
    fontSize: SIZE,
    margin: [2, 0, 2, 4],
  }
  const before = scoreUnder(evaluation, version.scheme)
  if (!before.ok)
    return [
      caption,
      why,
      { text: '有些数据是按新方案录入的，按这一版已无法计分。', fontSize: SIZE, margin: [2, 0, 2, 0] },
    ]
  const changes = compareScores(before.value, score)
  const changed = changes.filter(each => each.totalChanged || each.rankChanged || each.gradeChanged).length
  const table = plainTable(COLUMNS, LANDSCAPE_WIDTH, SIZE)
  return [
    caption,
    why,
    {
      text: `共${changes.length}人，总分、名次或建议等次有变化的${changed}人（最后一栏注明）。`,
      fontSize: SIZE,
      margin: [2, 0, 2, 4],
    },
    ...(changes.length === 0
      ? []
      : [blockList({ widths: table.widths, head: table.head, blocks: changes.map(each => [table.row(each)]) })]),
  ]
}

const column = (head: string, share: number, text: (change: ScoreChange) => string): PlainColumn<ScoreChange> => ({
  head,
  width: { share },
  cell: change => middle(text(change), SIZE),
})

const COLUMNS: readonly PlainColumn<ScoreChange>[] = [
  {
    head: '姓　名',
    width: { share: 2 },
    cell: ({ person }, width) => nameCell(alignedName(oneLine(person.instructor.name, 24)), width, SIZE),
  },
  column('原总分', 1.4, ({ before }) => before.printedTotal ?? NONE),
  column('现总分', 1.4, ({ person }) => person.printedTotal ?? NONE),
  column('原名次', 1.1, ({ before }) => rankText(before)),
  column('现名次', 1.1, ({ person }) => rankText(person)),
  column('原建议等次', 2, ({ before }) => proposedWords(before)),
  column('现建议等次', 2, ({ person }) => proposedWords(person)),
  column('变化', 2.4, changeWords),
]

function rankText({ rank }: AnnualScore): string {
  return rank === null ? NONE : String(rank)
}

function changeWords({ totalChanged, rankChanged, gradeChanged }: ScoreChange): string {
  const what = [totalChanged ? '总分' : '', rankChanged ? '名次' : '', gradeChanged ? '等次' : ''].filter(Boolean)
  return what.length === 0 ? '' : `${what.join('、')}有变化`
}
