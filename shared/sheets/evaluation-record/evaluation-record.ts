import type { AnnualScore, SelfScore } from '#shared/domain/score/annual-score.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { downward, JOINED, prose } from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { BODY_SIZE, heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { lineCount } from '#shared/sheets/paper/text-width.ts'
import { chartRow } from './chart-row.ts'
import { commentRows, opinionRows } from './opinion-rows.ts'
import { personRows } from './person-rows.ts'
import { scoreRows } from './score-rows.ts'

const title = '年度考评登记表'

/** 年度考评登记表: front page person and summary, back page scores and opinions; long words take further pages. */
export const evaluationRecord: Form = {
  id: 'evaluation-record',
  title,
  orientation: 'portrait',
  stage: 'results',
  per: 'instructor',
  definition: (year, person) => {
    const { evaluation, date } = year
    const { instructor } = person
    const record = selfPart(person)?.record ?? null
    const rows = personRows(instructor, record, evaluation.scheme, evaluation.year)
    return page({
      orientation: 'portrait',
      title,
      subject: instructor.name,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}${title}`, evaluation.year),
        underHeading(`填报单位：${oneLine(evaluation.organiser)}`, `编号：${instructor.id}`),
        ...rows.content,
        summaryRow(record?.summary, FRONT_HEIGHT - rows.height),
        ...scoreRows(year, person),
        ...chartRow(year, person),
        ...commentRows(person),
        ...opinionRows(year, person),
      ],
    })
  },
}

function selfPart(person: AnnualScore): SelfScore | undefined {
  return person.components.find(part => part.kind === 'self')
}

// The front page's height in points below the heading; what is left of it does not hold the scores, so they go overleaf.
const FRONT_HEIGHT = 643
const LEAST_HEIGHT = 120

/**
 * The year summary in the height that is left of the front page, in the larger type where it fits; a longer one goes on
 * overleaf. A row that breaks has no set height: pdfmake would add it on the last page once more.
 */
function summaryRow(summary: string | undefined, height: number): Content {
  const texts = paragraphs(summary)
  const fitting = [12, BODY_SIZE].find(size => lineCount(texts, 415, size) * size * 1.63 + texts.length < height)
  const size = fitting ?? BODY_SIZE
  return {
    layout: 'grid',
    margin: JOINED,
    table: {
      widths: [18, '*'],
      heights: [fitting === undefined || height < LEAST_HEIGHT ? 'auto' : height],
      body: [[downward('个人总结'), { stack: prose(texts, size) }]],
    },
  }
}
