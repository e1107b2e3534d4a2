import type { ReportSession } from '#renderer/report-page/report-session.ts'
import { button, element, fill } from '#renderer/small-page/dom.ts'
import { REPORT_PAGE } from '#renderer/strings/report-page.ts'
import { cellsOf } from '#shared/domain/report/answer-cells.ts'
import { donePeople, reportScoreIds, SUMMARY } from '#shared/domain/report/report-cells.ts'
import { filesOf } from '#shared/domain/report/report-files.ts'

/** Asks once more, says what is not filled in, and submits. */
export function submitDialog(page: HTMLElement, session: ReportSession, faulty: () => void): void {
  const close = () => shade.remove()
  const panel = element('div', { class: 'panel', role: 'dialog', 'aria-modal': 'true' })
  const shade = element('div', { class: 'shade' }, panel)
  const submit = async () => {
    fill(panel, element('p', {}, REPORT_PAGE.submitting))
    const outcome = await session.submit()
    close()
    if (outcome === 'faulty') faulty()
  }
  const confirm = button(REPORT_PAGE.submitNow, 'main', submit)
  fill(
    panel,
    element('h2', {}, REPORT_PAGE.submitTitle),
    ...missing(session).map(words => element('p', { class: 'error' }, words)),
    element('p', {}, REPORT_PAGE.submitOnce),
    confirm,
    button(REPORT_PAGE.back, 'second', close),
  )
  page.append(shade)
  confirm.focus()
}

function missing({ view: { form }, answers }: ReportSession): readonly string[] {
  if (form.people.every(person => Object.keys(cellsOf(answers, person)).length === 0))
    return [REPORT_PAGE.submitNothing]
  if (form.kind === 'rating') {
    const left = form.people.length - donePeople(form, answers)
    return left === 0 ? [] : [REPORT_PAGE.submitLeft(left)]
  }
  const [person] = form.people
  if (!person) return []
  const cells = cellsOf(answers, person)
  const filled = (id: string) => (cells[id] ?? '').trim() !== ''
  return [
    ...(filled(SUMMARY) || filesOf(cells).length > 0 ? [] : [REPORT_PAGE.submitNoSummary]),
    ...(reportScoreIds(form, person).every(filled) ? [] : [REPORT_PAGE.submitNoScores]),
  ]
}
