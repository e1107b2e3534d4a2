import { element } from '#renderer/small-page/dom.ts'
import { REPORT_PAGE } from '#renderer/strings/report-page.ts'
import { ratingCellsTotal } from '#shared/domain/rating/rating-entry.ts'
import { type RatingReportForm, type ReportPerson, ratingComponentOf } from '#shared/domain/report/report-form.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { type CardFields, type FieldParts, fieldsOf } from './field.ts'

/** The fields of one person whom a union rates. */
export function ratingFields(form: RatingReportForm, person: ReportPerson, parts: FieldParts): CardFields {
  const fields = fieldsOf(parts)
  const component = ratingComponentOf(form, person)
  const { adjustments, grades } = form.scheme
  const scored = component.indicators?.map(each => ({ ...each, id: `score:${each.id}` })) ?? [
    { id: 'score', name: REPORT_PAGE.score, points: '100' },
  ]
  const sum = element('output', {})
  const scores = scored.map(({ id, name, points }) =>
    fields.add(id, { label: name, hint: REPORT_PAGE.points(points), kind: 'figure' }),
  )
  const others = [
    fields.add('proposed', {
      label: REPORT_PAGE.proposed,
      kind: { choices: grades.map(grade => grade.label), none: REPORT_PAGE.noGrade },
    }),
    fields.add('months', { label: REPORT_PAGE.months, hint: REPORT_PAGE.monthsHint, kind: 'figure' }),
    fields.add('comment', { label: REPORT_PAGE.comment, kind: 'words' }),
  ]
  const node = element(
    'div',
    {},
    ...(component.indicators
      ? [
          element('div', { class: 'grid' }, ...scores),
          element('p', { class: 'sum' }, `${REPORT_PAGE.total} `, sum),
          element('div', { class: 'grid' }, ...others),
        ]
      : [element('div', { class: 'grid' }, ...scores, ...others)]),
    adjustments
      ? element(
          'fieldset',
          {},
          element('legend', {}, REPORT_PAGE.adjust),
          element('p', { class: 'quiet' }, REPORT_PAGE.caps(adjustments.maxBonus, adjustments.maxPenalty)),
          element(
            'div',
            { class: 'grid' },
            fields.add('bonus', { label: REPORT_PAGE.bonus, kind: 'figure' }),
            fields.add('penalty', { label: REPORT_PAGE.penalty, kind: 'figure' }),
            fields.add('reason', { label: REPORT_PAGE.reason, kind: 'words' }),
          ),
        )
      : null,
  )
  return {
    node,
    tell: fields.tell,
    focus: fields.focus,
    total: cells => {
      const total = ratingCellsTotal(cells, component)
      const words = total === null ? '' : roundHalfUp(total, 2)
      sum.textContent = words === '' ? '—' : words
      return words
    },
  }
}
