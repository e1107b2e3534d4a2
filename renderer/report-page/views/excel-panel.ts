import type { ReportLink } from '#renderer/report-page/report-link.ts'
import { button, element, fill } from '#renderer/small-page/dom.ts'
import { REPORT_PAGE } from '#renderer/strings/report-page.ts'
import { type Answers, cellsOf } from '#shared/domain/report/answer-cells.ts'
import { MOST_UPLOAD_BYTES, type UploadReply } from '#shared/domain/report/report-exchange.ts'
import { type ReportForm, reporterName, reportTitle } from '#shared/domain/report/report-form.ts'

/** The same form as a workbook: out, and back in, looked at before it is taken. */
export function excelPanel(
  form: ReportForm,
  link: ReportLink,
  now: () => Answers,
  fillIn: (answers: Answers) => void,
): HTMLElement {
  const said = element('div', { class: 'said', role: 'status' })
  const say = (text: string) => fill(said, text === '' ? null : element('p', {}, text))
  const file = element('input', { type: 'file', accept: '.xlsx,.xls,.et,.csv', hidden: true, 'aria-hidden': 'true' })
  const download = button(REPORT_PAGE.download, 'second', async () => {
    say(REPORT_PAGE.downloading)
    const book = await link.book()
    say(book ? '' : REPORT_PAGE.fileFailed)
    if (book) save(book, REPORT_PAGE.fileName(reportTitle(form), reporterName(form)))
  })
  const upload = button(REPORT_PAGE.upload, 'second', () => file.click())
  file.addEventListener('change', async () => {
    const chosen = file.files?.[0]
    file.value = ''
    if (!chosen) return
    if (chosen.size > MOST_UPLOAD_BYTES) return say(REPORT_PAGE.fileTooLarge)
    say(REPORT_PAGE.uploading)
    const reply = await link.read(chosen)
    if (!reply) return say(REPORT_PAGE.fileFailed)
    if (reply.status === 'refused') return say(reply.words ?? refusedWords(reply.reason))
    fill(
      said,
      preview(form, reply, now(), fillIn, () => say('')),
    )
  })
  return element(
    'details',
    { class: 'excel' },
    element('summary', {}, REPORT_PAGE.excel),
    element('p', { class: 'quiet' }, REPORT_PAGE.excelHint),
    element('div', { class: 'turns' }, download, upload),
    file,
    said,
  )
}

function preview(
  form: ReportForm,
  { answers, problems }: Extract<UploadReply, { status: 'read' }>,
  now: Answers,
  fillIn: (answers: Answers) => void,
  drop: () => void,
): HTMLElement {
  const read = form.people.filter(person => Object.keys(cellsOf(answers, person)).length > 0)
  const merged: Record<string, Answers[string]> = { ...now }
  const lines = read.map(person => {
    const before = cellsOf(now, person)
    const next = cellsOf(answers, person)
    // What a file leaves blank stays as it was: it takes nothing away.
    merged[person.id] = { ...before, ...next }
    const changed = Object.keys(next).filter(cell => next[cell] !== before[cell]).length
    return changed > 0 ? REPORT_PAGE.readChanges(person.name, changed) : REPORT_PAGE.readSame(person.name)
  })
  const list = (texts: readonly string[], className: string) =>
    element('ul', { class: className }, ...texts.map(text => element('li', {}, text)))
  return element(
    'div',
    { class: 'preview', 'data-preview': true },
    element('p', {}, read.length === 0 ? REPORT_PAGE.readNothing : REPORT_PAGE.readPeople(read.length)),
    list(lines, 'plain'),
    problems.length > 0 ? element('p', { class: 'error' }, REPORT_PAGE.readProblems(problems.length)) : null,
    problems.length > 0 ? list(problems, 'error') : null,
    element(
      'div',
      { class: 'turns' },
      read.length > 0 ? button(REPORT_PAGE.fillIn, 'main', () => fillIn(merged)) : null,
      button(REPORT_PAGE.notIn, 'second', drop),
    ),
  )
}

function refusedWords(reason: string): string {
  if (reason === 'unknown-link') return REPORT_PAGE.badLink
  return reason === 'busy' ? REPORT_PAGE.busy : REPORT_PAGE.fileFailed
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const anchor = element('a', { href: url, download: name })
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  // The browser has begun by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
