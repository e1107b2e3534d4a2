import { element } from '#renderer/small-page/dom.ts'
import { REPORT_PAGE } from '#renderer/strings/report-page.ts'
import { SUMMARY } from '#shared/domain/report/report-cells.ts'
import { type SelfReportForm, selfComponentOf } from '#shared/domain/report/report-form.ts'
import { selfCellsTotal } from '#shared/domain/self/self-entry.ts'
import { WORKLOAD_FIELDS, WORKLOAD_WORDS } from '#shared/domain/self/workload.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import { type CardFields, type FieldParts, fieldsOf } from './field.ts'

/** The fields of a person's own assessment: work figures, summary, scores. */
export function selfFields(form: SelfReportForm, parts: FieldParts): CardFields {
  const component = selfComponentOf(form)
  const fields = fieldsOf(parts)
  const scored = component.indicators?.map(each => ({ ...each, id: `score:${each.id}` })) ?? [
    { id: 'score', name: REPORT_PAGE.overall, points: '100' },
  ]
  const sum = element('output', {})
  const characters = element('span', { class: 'quiet' })
  const node = element(
    'div',
    {},
    element('h2', {}, REPORT_PAGE.work, element('small', {}, REPORT_PAGE.workHint)),
    element(
      'div',
      { class: 'grid' },
      ...WORKLOAD_FIELDS.map(field => {
        const { label, unit } = WORKLOAD_WORDS[field]
        return fields.add(`work:${field}`, { label, hint: unit, kind: 'figure' })
      }),
    ),
    element('h2', {}, REPORT_PAGE.summary, element('small', {}, REPORT_PAGE.summaryHint)),
    fields.add(SUMMARY, { label: '', kind: 'long' }),
    element('p', { class: 'sum' }, characters),
    element('h2', {}, REPORT_PAGE.scores),
    element(
      'div',
      { class: 'grid' },
      ...scored.map(({ id, name, points }) =>
        fields.add(id, { label: name, hint: REPORT_PAGE.points(points), kind: 'figure' }),
      ),
    ),
    component.indicators ? element('p', { class: 'sum' }, `${REPORT_PAGE.total} `, sum) : null,
  )
  return {
    node,
    tell: fields.tell,
    focus: fields.focus,
    total: cells => {
      characters.textContent = REPORT_PAGE.characters([...(cells[SUMMARY] ?? '').replace(/\s/g, '')].length)
      const total = selfCellsTotal(cells, component)
      const words = total === null ? '' : roundHalfUp(total, 2)
      sum.textContent = words === '' ? '—' : words
      return words
    },
  }
}
