import { button, element, fill } from '#renderer/small-page/dom.ts'
import { REPORT_PAGE } from '#renderer/strings/report-page.ts'
import type { OpenReply } from '#shared/domain/report/report-exchange.ts'
import { TOKEN } from '#shared/domain/report/report-exchange.ts'
import { reporterName, reportKey, reportTitle } from '#shared/domain/report/report-form.ts'
import { localCopy } from './local-copy.ts'
import { reportLink } from './report-link.ts'
import { ReportSession } from './report-session.ts'
import { showReport } from './show-report.ts'

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 15_000

/** Opens the link's report, as often as it takes, and shows it. */
export async function startPage(page: HTMLElement): Promise<void> {
  // Another link opened in the same tab is another report.
  window.addEventListener('hashchange', () => window.location.reload())
  const token = window.location.hash.slice(1)
  if (!TOKEN.test(token)) return message(page, REPORT_PAGE.noLink)
  message(page, REPORT_PAGE.connecting)
  const link = reportLink(token)
  let reply = await link.open()
  for (let wait = FIRST_PAUSE; !isAnswer(reply); wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    message(page, reply ? REPORT_PAGE.busy : REPORT_PAGE.connectingAgain)
    await pause(wait)
    reply = await link.open()
  }
  if (reply.status !== 'open') return message(page, REPORT_PAGE.badLink)
  const { view } = reply
  document.title = `${reporterName(view.form)} · ${reportTitle(view.form)}`
  // A window's name, and a number: the same report may be open in several.
  const name = newName()
  let attempts = 0
  const shown = showReport(page, link, {
    session: onChange =>
      new ReportSession(view, {
        link,
        copy: localCopy(`${view.form.year}:${reportKey(view.form)}`, () => window.localStorage),
        newAttempt: () => {
          attempts += 1
          return `${name}-${attempts}`
        },
        pause,
        ...onChange,
      }),
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void shown.refresh()
  })
  window.addEventListener('beforeunload', event => {
    if (!shown.unsaved) return
    event.preventDefault()
    // Older browsers ask only for this.
    event.returnValue = ''
  })
}

type Answer = Exclude<OpenReply, { reason: 'busy' | 'storage' }>

function isAnswer(reply: OpenReply | null): reply is Answer {
  return reply !== null && !(reply.status === 'refused' && (reply.reason === 'busy' || reply.reason === 'storage'))
}

function message(page: HTMLElement, text: string): void {
  const again = button('重试', 'second', () => window.location.reload())
  fill(
    page,
    element('div', { class: 'message' }, element('p', {}, text), text === REPORT_PAGE.connecting ? null : again),
  )
}

/** 16 letters. `getRandomValues` is there on plain http, too. */
function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => window.setTimeout(resolve, milliseconds))
}
