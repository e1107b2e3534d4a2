import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { ALREADY_RECORDED_WORDS, REFUSALS, type Refusal, refusalWords } from '#shared/domain/ballot/cast/cast-reply.ts'
import { type Asked, openSlip } from './open-slip.ts'
import { codeView } from './views/code-view.ts'
import { introView } from './views/intro-view.ts'
import { marksView } from './views/marks-view.ts'
import { messageView } from './views/message-view.ts'
import { reviewView } from './views/review-view.ts'
import { selfView } from './views/self-view.ts'
import { suggestionView } from './views/suggestion-view.ts'
import type { Outcome, RefusalReason, SessionParts, VoteSession } from './vote-session.ts'
import { whenIdle } from './when-idle.ts'

const STEPS = ['intro', 'self', 'marks', 'suggestion', 'review'] as const
type Step = (typeof STEPS)[number]

/** How long a tablet is left alone before an unfinished ballot is wiped, in milliseconds. Ours. */
const LEFT_ALONE = 180_000

export type Vote = {
  /** Begins with a code, or asks for one. */
  readonly begin: (code: string | null) => void
}

/** The whole way of a vote over the screens; `tablet`: one for many voters. Going back shows an earlier screen; only the button casts. */
export function showVote(page: HTMLElement, parts: SessionParts, tablet: boolean): Vote {
  const { meeting } = parts.box
  let asked: Asked = { stopped: false }
  let session: VoteSession | null = null
  let done = false

  const askCode = () => {
    stop()
    codeView(page, meeting.title, begin)
  }

  const stop = () => {
    asked.stopped = true
    asked = { stopped: false }
    session = null
  }

  const begin = async (code: string | null) => {
    // A vote on its way is not to be overtaken by another slip.
    if (session?.isFrozen()) return
    stop()
    done = false
    if (code === null) return askCode()
    const restoring = parts.store.read()?.code === code
    const otherCode = { label: BALLOT_PAGE.otherCode, press: askCode }
    messageView(page, { text: restoring ? BALLOT_PAGE.restoring : BALLOT_PAGE.codeChecking })
    const waiting = () => messageView(page, { text: BALLOT_PAGE.restoringAgain, action: otherCode })
    const opened = await openSlip(parts, code, asked, waiting)
    if (!opened) return
    if (opened.kind !== 'open') return showOutcome(opened)
    session = opened.session
    if (session.isFrozen()) return cast()
    const first = opened.draft === 'resumed' && session.form.progress().done > 0 ? 'marks' : 'intro'
    window.history.replaceState({ step: first }, '')
    show(first, opened.draft === 'lost' ? BALLOT_PAGE.lostDraft : '')
  }

  const go = (next: Step) => {
    window.history.pushState({ step: next }, '')
    show(next)
  }

  const show = (next: Step, note = '') => {
    if (!session) return
    const { form, group } = session
    const context = { meeting, group, form, changed: session.save }
    const needsSelf = group.peers && form.self() === null
    if (next === 'intro') {
      const otherCode = tablet || form.progress().done === 0 ? startOver : null
      const { fingerprint, database = false } = parts.box
      return introView(page, { ...context, fingerprint, database }, note, {
        begin: () => go(needsSelf ? 'self' : 'marks'),
        otherCode,
      })
    }
    if (next === 'self' || needsSelf) return selfView(page, context, () => go('marks'))
    const back = () => window.history.back()
    const review = () => go(meeting.suggestions ? 'suggestion' : 'review')
    if (next === 'marks') return marksView(page, context, { review, changeSelf: () => go('self') })
    if (next === 'suggestion' && meeting.suggestions)
      return suggestionView(page, context, { back, next: () => go('review') })
    reviewView(page, context, { back, toSuggestion: back, submit: cast })
  }

  const cast = async () => {
    const voting = session
    if (!voting) return
    messageView(page, { text: BALLOT_PAGE.sending, busy: true })
    const outcome = await voting.submit(() => messageView(page, { text: BALLOT_PAGE.sendingAgain, busy: true }))
    if (session !== voting) return
    // Of several stations the one that took the vote may be gone, and with it what knew a vote sent twice by the network.
    showOutcome(outcome, parts.box.database ? BALLOT_PAGE.usedInDatabase : ALREADY_RECORDED_WORDS)
  }

  const showOutcome = (outcome: Outcome, used: string = ALREADY_RECORDED_WORDS) => {
    switch (outcome.kind) {
      case 'done':
        done = true
        stop()
        return messageView(page, {
          title: BALLOT_PAGE.done,
          text: tablet ? BALLOT_PAGE.doneTablet : BALLOT_PAGE.doneText,
          good: true,
          // A phone is lent to a neighbour, a tablet goes round the table: the page begins anew, with nothing of this vote.
          action: { label: BALLOT_PAGE.nextVoter, press: askCode },
          minor: !tablet,
        })
      case 'used':
        stop()
        return messageView(page, {
          title: BALLOT_PAGE.used,
          text: used,
          action: { label: BALLOT_PAGE.otherCode, press: startOver },
        })
      case 'bad-ballot':
        return show('review')
      case 'refused':
        return showRefusal(outcome.reason)
    }
  }

  const showRefusal = (reason: RefusalReason) => {
    const words = isRefusal(reason) ? refusalWords(reason) : refusalWords('bad-request')
    if (session) {
      const action = { label: BALLOT_PAGE.tryAgain, press: cast }
      messageView(page, { title: BALLOT_PAGE.notTaken, text: words, note: BALLOT_PAGE.kept, action })
    } else messageView(page, { text: words, action: { label: BALLOT_PAGE.otherCode, press: startOver } })
  }

  const startOver = () => {
    session?.form.wipe()
    parts.store.wipe()
    askCode()
  }

  // Somebody walked away from a tablet with a ballot half filled in: whoever comes next is not to see it.
  if (tablet)
    whenIdle(LEFT_ALONE, () => {
      if (session && !session.isFrozen()) startOver()
    })

  window.addEventListener('popstate', event => {
    if (!session || session.isFrozen()) return
    const state: unknown = event.state
    const back = STEPS.filter(
      name => typeof state === 'object' && state !== null && 'step' in state && state.step === name,
    )
    show(back[0] ?? 'intro')
  })
  window.addEventListener('beforeunload', event => {
    if (done || !session) return
    const { form } = session
    if (form.missing() === form.progress().total * meeting.indicators.length && form.suggestion() === '') return
    event.preventDefault()
    // Older browsers ask only for this.
    event.returnValue = ''
  })
  return { begin }
}

function isRefusal(reason: string): reason is Refusal {
  return REFUSALS.some(refusal => refusal === reason)
}
