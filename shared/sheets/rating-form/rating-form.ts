import type { Rating } from '#shared/domain/rating/rating.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, RatingScore, SourceScore } from '#shared/domain/score/annual-score.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { identityRows } from '#shared/sheets/identity-rows.ts'
import { indicatorTable } from '#shared/sheets/indicator-table.ts'
import { proseRow, row, signature, signedRow, value } from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { scoreText } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '区(产业)综合评定表'

/** 区(产业)综合评定表: a page for each union that must rate the person, filled where it has. */
export const ratingForm: Form = {
  id: 'rating-form',
  title,
  orientation: 'portrait',
  stage: 'before',
  per: 'instructor',
  definition: (year, person) => {
    const { evaluation, date } = year
    const sheets = person.components.flatMap(part => (part.kind === 'rating' ? sourceSheets(year, person, part) : []))
    return page({
      orientation: 'portrait',
      title,
      subject: person.instructor.name,
      organiser: evaluation.organiser,
      date,
      content:
        sheets.length === 0
          ? [
              ...heading(`${appraisedText(evaluation)}综合评定表`, evaluation.year),
              { text: '本年度考评方案不含综合评定，或无须评定本人。' },
            ]
          : sheets.flatMap((sheet, index) => [
              { stack: sheet, ...(index > 0 ? { pageBreak: 'before' as const } : {}) },
            ]),
    })
  },
}

/** One page a rating; one for a source that must rate and has not, to be filled in. */
function sourceSheets(year: YearData, person: AnnualScore, part: RatingScore): Content[][] {
  return part.sources
    .filter(source => source.required || source.ratings.length > 0)
    .flatMap(source => {
      const ratings = source.ratings.length === 0 ? [null] : source.ratings
      return ratings.map(own => sheetOf(year, person, part, source, own))
    })
}

function sheetOf(
  { evaluation }: YearData,
  { instructor }: AnnualScore,
  part: RatingScore,
  { source }: SourceScore,
  own: SourceScore['ratings'][number] | null,
): Content[] {
  const rating = own?.rating
  const by = oneLine(rating?.by)
  const { indicators } = part.component
  const months = rating?.months === undefined ? '' : `（在本单位${rating.months}个月）`
  return [
    ...heading(`${appraisedText(evaluation)}综合评定表`, evaluation.year),
    underHeading(`评定单位：${by || oneLine(source.name)}${months}`, `编号：${instructor.id}`),
    ...identityRows(instructor),
    row(
      '评定得分',
      indicators
        ? indicatorTable(indicators, rating?.scores, own?.score ?? null)
        : value(own?.score ? `${scoreText(own.score)}分（满分100分）` : '　　　　　分（满分100分）'),
      { height: 40 },
    ),
    row('加分扣分', value(adjustmentWords(rating, evaluation.scheme.adjustments)), { height: 30 }),
    proseRow('理由及\n佐　　证', paragraphs(rating?.reason), { height: 70 }),
    proseRow('评　　语', paragraphs(rating?.comment), { height: indicators ? 110 : 165 }),
    {
      // Nobody signs on a page that holds nothing else.
      unbreakable: true,
      stack: [
        row('建议等次', value(gradeChoices(evaluation.scheme, rating?.proposed)), { height: 34 }),
        signedRow('评定单位\n意　　见', [], signature('（盖章）负责人签名'), indicators ? 80 : 115),
      ],
    },
  ]
}

/** The grades to tick; the one that the union proposed in its form is ticked. */
function gradeChoices({ grades }: Scheme, proposed: string | undefined): string {
  return grades.map(grade => `${grade.id === proposed ? '■' : '□'} ${oneLine(grade.label, 12)}`).join('　　　')
}

function adjustmentWords(
  rating: Rating | undefined,
  caps: { readonly maxBonus: string; readonly maxPenalty: string } | undefined,
): string {
  if (!caps) return '考评方案不设加分、扣分'
  const given = (points: string | undefined) => (rating === undefined ? '　　　' : (points ?? '0'))
  return `加${given(rating?.bonus)}分（累计不超过${caps.maxBonus}分）　　扣${given(rating?.penalty)}分（累计不超过${caps.maxPenalty}分）`
}
