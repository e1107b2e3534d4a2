import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { blockList } from '#shared/sheets/paper/block-list.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { signatureLine } from '#shared/sheets/paper/signature-line.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { gradeNumbers, quotaLines } from './grade-numbers.ts'
import { type ResultColumns, rankedColumns, unrankedColumns } from './result-columns.ts'
import { versionResults } from './version-results.ts'

const title = '结果名册'

/** 结果名册: numbers per grade, everybody by rank, and who has no rank, with the reason, at the end. */
export const resultList: Form = {
  id: 'result-list',
  title,
  orientation: 'landscape',
  stage: 'results',
  per: 'year',
  definition: year => {
    const { evaluation, score, date } = year
    const ranked = score.people.filter(person => person.rank !== null).sort(byRank)
    const others = score.people.filter(person => person.rank === null)
    return page({
      orientation: 'landscape',
      title,
      subject: evaluation.title,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}年度考评${title}`, evaluation.year),
        underHeading(
          `填报单位：${oneLine(evaluation.organiser)}`,
          `共${score.people.length}人　考评方案：${oneLine(evaluation.scheme.name)}`,
        ),
        gradeNumbers(year),
        ...quotaLines(year).map(text => ({ text, fontSize: 9, margin: [2, 3, 2, 0] as const })),
        { text: '', margin: [0, 0, 0, 4] },
        ...(ranked.length === 0 ? [] : [list(rankedColumns(year), ranked, others.length === 0)]),
        ...(others.length === 0 ? [] : [list(unrankedColumns(year), others, true, '暂无名次人员及原因')]),
        ...versionResults(year),
      ],
    })
  },
}

function list(columns: ResultColumns, people: readonly AnnualScore[], last: boolean, caption?: string): Content {
  return blockList({
    widths: columns.widths,
    head: columns.head,
    blocks: people.map(person => [columns.row(person)]),
    tail: last ? [signatureLine(['考评小组组长', '审核人', '填表人'], 18)] : [],
    ...(caption === undefined ? {} : { caption: { text: caption, bold: true, margin: [2, 8, 0, 3] } }),
  })
}

function byRank(a: AnnualScore, b: AnnualScore): number {
  return (a.rank ?? 0) - (b.rank ?? 0)
}
