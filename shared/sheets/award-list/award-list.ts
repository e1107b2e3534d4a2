import type { AnnualScore, QuotaPool } from '#shared/domain/score/annual-score.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { blockList } from '#shared/sheets/paper/block-list.ts'
import { nameCell } from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { heading, PORTRAIT_WIDTH, page, underHeading } from '#shared/sheets/paper/page.ts'
import { middle, type PlainColumn, plainTable, prosy } from '#shared/sheets/paper/plain-table.ts'
import { signatureLine } from '#shared/sheets/paper/signature-line.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import { textWidth } from '#shared/sheets/paper/text-width.ts'
import { quotaLines } from '#shared/sheets/result-list/grade-numbers.ts'
import { decidedWords, NONE, proposedWords } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '评优推荐名册'
const SIZE = 9.5

/** 评优推荐名册: who stands for the top grade, by rank; how the quota was worked out; ties and how they were decided. */
export const awardList: Form = {
  id: 'award-list',
  title,
  orientation: 'portrait',
  stage: 'results',
  per: 'year',
  definition: year => {
    const { evaluation, date } = year
    const people = candidates(year)
    const names = people.map(({ instructor }) => textWidth(alignedName(oneLine(instructor.name, 24)), SIZE) + 1)
    const table = plainTable(columnsFor(year, Math.min(100, Math.max(48, ...names))), PORTRAIT_WIDTH, SIZE)
    const quota = quotaLines(year)
    return page({
      orientation: 'portrait',
      title,
      subject: evaluation.title,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}${title}`, evaluation.year),
        underHeading(`填报单位：${oneLine(evaluation.organiser)}`, `共${people.length}人`),
        ...[...(quota.length === 0 ? ['考评方案未设优秀名额。'] : quota), orderWords(year)].map(
          (text): Content => ({ text, fontSize: 9.5, margin: [2, 0, 2, 3] }),
        ),
        blockList({
          widths: table.widths,
          head: table.head,
          blocks: people.map(person => [table.row(person)]),
          tail: [signatureLine(['考评小组组长', '审核人', '填表人'], 24)],
        }),
      ],
    })
  },
}

/** Whoever stands at the top grade before the quota, or was decided to have it, by rank. */
function candidates({ evaluation, score, decisions }: YearData): AnnualScore[] {
  const top = evaluation.scheme.grades[0]?.id
  const listed = new Set(score.quota.flatMap(pool => [...pool.within, ...pool.tied, ...pool.over]))
  return score.people
    .filter(
      ({ instructor, proposed }) =>
        proposed?.id === top || listed.has(instructor.id) || decisions.get(instructor.id)?.final === top,
    )
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
}

function orderWords({ evaluation: { scheme } }: YearData): string {
  const breakers = scheme.tieBreakers.map(breaker =>
    breaker === 'excellentRate'
      ? '优秀率'
      : `${oneLine(scheme.components.find(part => part.id === breaker)?.name ?? breaker, 30)}得分`,
  )
  const ties = breakers.length === 0 ? '' : `总分相同的，依次比较${breakers.join('、')}；`
  return `排序：按总分由高到低。${ties}仍相同而名额不足的，由考评小组决定。`
}

/** As long as words fit beside the quota's own, in characters. */
const SHORT_PLACE = 10

function columnsFor(year: YearData, nameWidth: number): readonly PlainColumn<AnnualScore>[] {
  const { scheme } = year.evaluation
  const reasons = candidates(year).some(person => placeWords(year, person).length > SHORT_PLACE)
  return [
    { head: '名次', width: 28, cell: ({ rank }) => middle(rank === null ? NONE : String(rank), SIZE) },
    {
      head: '姓　名',
      width: nameWidth,
      cell: ({ instructor }, width) => nameCell(alignedName(oneLine(instructor.name, 24)), width, SIZE),
    },
    {
      head: '所在单位',
      width: { share: reasons ? 45 : 60 },
      cell: ({ instructor }) => prosy(oneLine(instructor.unit, 60), 9),
    },
    { head: '总　分', width: 38, cell: ({ printedTotal }) => middle(printedTotal ?? NONE, SIZE) },
    { head: '建议等次', width: 46, cell: person => middle(oneLine(proposedWords(person), 16), SIZE) },
    {
      head: '审定等次',
      width: 46,
      cell: ({ instructor }) => middle(oneLine(decidedWords(year.decisions.get(instructor.id), scheme), 16), SIZE),
    },
    {
      head: '名额情况及\n并列处理',
      width: { share: reasons ? 55 : 40 },
      cell: person => prosy(placeWords(year, person), 9),
    },
  ]
}

const PLACES: readonly { readonly list: 'within' | 'tied' | 'over'; readonly words: string }[] = [
  { list: 'within', words: '名额之内' },
  { list: 'tied', words: '名额处同分，待定' },
  { list: 'over', words: '超出名额，顺延' },
]

/** Where the person stands to the quota, and how a tie was decided. */
function placeWords({ score, decisions }: YearData, { instructor }: AnnualScore): string {
  const place = PLACES.find(({ list }) => score.quota.some((pool: QuotaPool) => pool[list].includes(instructor.id)))
  const decision = decisions.get(instructor.id)
  if (decision?.kind !== 'tie' && decision?.kind !== 'change') return place?.words ?? ''
  const how = oneLine(decision.reason, 60)
  return [place?.words ?? '', `${oneLine(decision.by, 20)}决定${how === '' ? '' : `：${how}`}`]
    .filter(text => text !== '')
    .join('；')
}
