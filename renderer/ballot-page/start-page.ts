import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { FIRST_PAUSE, LONGEST_PAUSE } from '#shared/domain/ballot/cast/submit-cast.ts'
import { readSlipCode } from '#shared/domain/ballot/slip/slip-code.ts'
import { draftStore } from './draft-store.ts'
import { showVote } from './show-vote.ts'
import { stationLink } from './station-link.ts'
import { messageView } from './views/message-view.ts'

/** Loads what is voted on, as often as it takes, and shows the page. */
export async function startPage(page: HTMLElement): Promise<void> {
  const scanned = takeCode()
  messageView(page, { text: BALLOT_PAGE.connecting })
  let box = await stationLink.box()
  for (let wait = FIRST_PAUSE; !box; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    messageView(page, { text: BALLOT_PAGE.connectingAgain })
    await pause(wait)
    box = await stationLink.box()
  }
  document.title = box.meeting.title
  const store = draftStore(box.box, () => window.localStorage)
  const vote = showVote(page, { box, link: stationLink, store, random, pause }, isTablet())
  vote.begin(scanned ?? store.read()?.code ?? null)
  // Another slip scanned into the same tab.
  window.addEventListener('hashchange', () => {
    const code = takeCode()
    if (code !== null) vote.begin(code)
  })
}

/** A tablet that goes round the table is opened with `?tablet`; a reload keeps that. */
const TABLET = 'tablet'

function isTablet(): boolean {
  return window.location.search === `?${TABLET}`
}

/** The code in the address, if there is one; it is gone from there, and from the history, before anything else happens. */
function takeCode(): string | null {
  const { hash, pathname } = window.location
  const kept = isTablet() ? `${pathname}?${TABLET}` : pathname
  if (hash === '') return null
  window.history.replaceState(null, '', kept)
  return readSlipCode(hash.slice(1).replace(/^(code|c)=/, ''))
}

/** `getRandomValues` is there on plain http too; `randomUUID` and `subtle` are not. */
function random(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** Waits, but no longer than until the phone is back on the network. */
function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      window.clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    const timer = window.setTimeout(end, milliseconds)
    window.addEventListener('online', end)
  })
}
