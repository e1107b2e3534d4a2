import { button, element, fill } from '#renderer/small-page/dom.ts'
import { REPORT_PAGE } from '#renderer/strings/report-page.ts'
import { donePeople, reportFaults } from '#shared/domain/report/report-cells.ts'
import { reporterName, reportTitle } from '#shared/domain/report/report-form.ts'
import { momentWords } from './moment-words.ts'
import type { ReportLink } from './report-link.ts'
import type { ReportSession, SaveState, SessionParts } from './report-session.ts'
import { excelPanel } from './views/excel-panel.ts'
import type { SendFiles } from './views/files-field.ts'
import { type PeopleView, peopleView } from './views/people-view.ts'
import { submitDialog } from './views/submit-dialog.ts'

type Starting = {
  readonly session: (onChange: Pick<SessionParts, 'onState' | 'onView'>) => ReportSession
}

export type ShownReport = { readonly refresh: () => Promise<void>; readonly unsaved: boolean }

/** The whole page: head, notices, what is filled in, submit. */
export function showReport(page: HTMLElement, link: ReportLink, starting: Starting): ShownReport {
  const saved = element('span', { class: 'saved', role: 'status' })
  const progress = element('span', { class: 'progress' })
  const notice = element('div', { class: 'notices' })
  const body = element('div', {})
  const foot = element('footer', {})
  let people: PeopleView | null = null
  let recovered = false
  let sending = 0

  const session = starting.session({ onState: state => showState(state), onView: () => draw() })

  const showState = (state: SaveState) => {
    saved.textContent = stateWords(state)
    saved.className = `saved ${state.kind}`
    showProgress()
    fill(notice, ...notices(state))
  }

  const showProgress = () => {
    const { form } = session.view
    progress.textContent =
      form.kind === 'rating' ? REPORT_PAGE.progress(donePeople(form, session.answers), form.people.length) : ''
  }

  const notices = (state: SaveState): readonly HTMLElement[] => {
    const { view } = session
    const lines: HTMLElement[] = []
    if (state.kind === 'elsewhere') {
      const { theirs } = state
      const at = theirs.at ? momentWords(theirs.at, new Date()) : ''
      lines.push(
        element(
          'div',
          { class: 'notice bad', 'data-notice': 'elsewhere' },
          element('p', {}, REPORT_PAGE.elsewhere(at)),
          button(REPORT_PAGE.takeTheirs, 'second', () => session.takeTheirs()),
          theirs.state === 'submitted' ? null : button(REPORT_PAGE.keepMine, 'second', () => session.keepMine()),
        ),
      )
    } else if (state.kind === 'offline' || state.kind === 'storage')
      lines.push(element('p', { class: 'notice bad' }, REPORT_PAGE[state.kind]))
    else if (state.kind === 'gone') lines.push(element('p', { class: 'notice bad' }, REPORT_PAGE.badLink))
    if (view.state === 'submitted')
      lines.push(
        element(
          'div',
          { class: 'notice good', 'data-notice': 'submitted' },
          element('b', {}, REPORT_PAGE.submitted(view.at ? momentWords(view.at, new Date()) : '')),
          element('p', {}, REPORT_PAGE.submittedHint),
        ),
      )
    if (view.state === 'returned')
      lines.push(
        element(
          'div',
          { class: 'notice warn', 'data-notice': 'returned' },
          element('b', {}, REPORT_PAGE.returned),
          element('p', {}, view.reason),
        ),
      )
    if (recovered && state.kind !== 'elsewhere')
      lines.push(element('p', { class: 'notice warn' }, REPORT_PAGE.recovered))
    return lines
  }

  const draw = () => {
    const { view } = session
    const { form } = view
    const open = !session.closed
    people = peopleView(form, session.answers, {
      open,
      typed: (person, cell, text) => {
        session.type(person, cell, text)
        showProgress()
      },
      sendFiles,
    })
    const due = REPORT_PAGE.due(form.deadline)
    fill(
      body,
      open ? element('p', { class: 'quiet' }, REPORT_PAGE[form.kind](form.people.length)) : null,
      open ? excelPanel(form, link, () => session.answers, fillIn) : null,
      people.node,
      element('p', { class: 'quiet privacy' }, REPORT_PAGE.privacy),
    )
    fill(foot, open ? button(REPORT_PAGE.submit, 'main', submit) : null)
    foot.hidden = !open
    fill(
      page,
      element(
        'header',
        {},
        element('h1', {}, reportTitle(form)),
        element(
          'p',
          { class: 'who' },
          element('b', {}, reporterName(form)),
          element('span', {}, [REPORT_PAGE.from(form.organiser), due].filter(text => text !== '').join(' · ')),
        ),
        element('div', { class: 'line' }, progress, saved),
      ),
      notice,
      body,
      foot,
    )
    showState(session.state)
  }

  const sendFiles: SendFiles = async (file, progress) => {
    sending += 1
    try {
      return await link.file(file, progress)
    } finally {
      sending -= 1
    }
  }

  const fillIn = (answers: ReportSession['answers']) => {
    session.put(answers)
    draw()
    window.scrollTo(0, 0)
  }

  const submit = () => {
    if (sending > 0) {
      saved.textContent = REPORT_PAGE.stillSending
      saved.className = 'saved faulty'
      return
    }
    const faults = reportFaults(session.view.form, session.answers)
    const [first] = faults
    if (first) {
      people?.showFaults(first.person, first.cell)
      saved.textContent = REPORT_PAGE.faulty(faults.length)
      saved.className = 'saved faulty'
      return
    }
    submitDialog(page, session, () => people?.showFaults())
  }

  recovered = session.resume()
  draw()
  return {
    refresh: () => session.refresh(),
    get unsaved() {
      return session.unsaved || sending > 0
    },
  }
}

function stateWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return REPORT_PAGE.state.saved(momentWords(state.at, new Date()))
    case 'none':
    case 'typing':
    case 'saving':
    case 'offline':
      return REPORT_PAGE.state[state.kind]
    case 'storage':
      return REPORT_PAGE.state.offline
    default:
      return ''
  }
}
