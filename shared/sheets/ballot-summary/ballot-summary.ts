import { type BallotComponent, ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { alignedName } from '#shared/sheets/name-words.ts'
import { blockList } from '#shared/sheets/paper/block-list.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { signatureLine } from '#shared/sheets/paper/signature-line.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import { countingWords, meetingWords } from './counting-words.ts'
import { personBlock } from './person-block.ts'
import { summaryColumns } from './summary-columns.ts'

const title = '民主测评汇总表'

/** 民主测评汇总表: everybody's votes by group, how they were counted, and the tellers' signatures. */
export const ballotSummary: Form = {
  id: 'ballot-summary',
  title,
  orientation: 'landscape',
  stage: 'meeting',
  per: 'year',
  definition: year => {
    const { evaluation, date } = year
    const components = ballotComponents(evaluation.scheme)
    return page({
      orientation: 'landscape',
      title,
      subject: evaluation.title,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}${title}`, evaluation.year),
        underHeading(
          `填报单位：${oneLine(evaluation.organiser)}`,
          `参评${evaluation.instructors.length}人　考评方案：${oneLine(evaluation.scheme.name)}`,
        ),
        ...(components.length === 0 ? [{ text: '本年度考评方案不含民主测评。' }] : []),
        ...components.flatMap((component, index) =>
          componentPart(year, component, components.length > 1 ? `${index + 1}. ${oneLine(component.name)}` : null),
        ),
      ],
    })
  },
}

function componentPart(year: YearData, component: BallotComponent, caption: string | null): Content[] {
  const { evaluation, score } = year
  const columns = summaryColumns(
    component,
    evaluation.instructors.map(person => alignedName(oneLine(person.name))),
  )
  return [
    ...(caption === null ? [] : [{ text: caption, bold: true, margin: [0, 6, 0, 2] as const }]),
    ...meetingWords(evaluation, component).map(text => ({ text, fontSize: 9, margin: [2, 0, 2, 2] as const })),
    blockList({
      widths: columns.widths,
      head: columns.head,
      blocks: score.people.map((person, index) => personBlock(year, person, index, component, columns)),
      tail: [counting(component, year), signatureLine(['总监票人', '监票人', '计票人'])],
    }),
  ]
}

function counting(component: BallotComponent, { evaluation }: YearData): Content {
  return {
    stack: countingWords(component, evaluation.scheme).map((text, index) => ({
      text: index === 0 ? `口径：1. ${text}` : `${index + 1}. ${text}`,
      fontSize: 8.5,
      margin: [index === 0 ? 0 : 25.5, 0, 0, 0],
    })),
    margin: [2, 5, 2, 0],
  }
}
