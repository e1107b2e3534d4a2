import type { BallotFault } from '#shared/domain/ballot/cast/ballot-fault.ts'
import type { CastReply } from '#shared/domain/ballot/cast/cast-reply.ts'
import { prepareCast } from '#shared/domain/ballot/cast/prepare-cast.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { submitCast } from '#shared/domain/ballot/cast/submit-cast.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { PublicGroup } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { type BallotForm, ballotForm } from './ballot-form.ts'
import type { DraftStore, KeptDraft } from './draft-store.ts'
import { type Draft, draftKey, sealDraft } from './sealed-draft.ts'
import type { PageLink } from './station-link.ts'

export type RefusalReason = Extract<CastReply, { readonly status: 'refused' }>['reason']

/** How a submit ended. `used`: the slip had voted, and not by this page. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'used' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'bad-ballot'; readonly faults: readonly BallotFault[] }

export type SessionParts = {
  readonly box: PublicBox
  readonly link: PageLink
  readonly store: DraftStore
  readonly random: RandomBytes
  readonly pause: (milliseconds: number) => Promise<void>
}

export type VoteSession = {
  readonly code: string
  readonly group: PublicGroup
  readonly form: BallotForm
  /** Keeps the draft on the phone as it is now, sealed; nothing while the station's half is not here. */
  readonly save: () => void
  /** The station's half of the draft's key has come. */
  readonly takeHalf: (half: Uint8Array) => void
  /** Whether submit was pressed: from then on the ballot is what it is. */
  readonly isFrozen: () => boolean
  /** Casts the ballot, again and again until there is an answer; `retrying` is told of each pause. */
  readonly submit: (retrying: () => void) => Promise<Outcome>
}

/** What an earlier load of the page left. */
export type Earlier = { readonly kept: KeptDraft; readonly draft: Draft | null }

/** One slip's vote on this phone, from the first mark to the acknowledgement. */
export function voteSession(
  parts: SessionParts,
  code: string,
  group: PublicGroup,
  earlier: Earlier | null,
): VoteSession {
  const { box, link, store, random, pause } = parts
  const form = ballotForm(box.meeting, group)
  if (earlier?.draft) {
    form.restore(earlier.draft.rows)
    form.setSuggestion(earlier.draft.suggestion)
  }
  const own = earlier?.kept.own ?? random(32)
  let message = earlier?.draft?.message ?? null
  // Whether some post of this slip's vote by this phone went unanswered: then `already-recorded` is its own vote.
  let lost = earlier?.kept.sent ?? false
  let sent = lost
  let key: Uint8Array | null = null
  let claimed = earlier !== null
  let ended = false
  let running: Promise<Outcome> | null = null

  const save = () => {
    if (ended || (!key && !sent)) return
    // Another tab has begun with another slip: the place is its own now.
    if (claimed && (store.read()?.code ?? code) !== code) return
    claimed = true
    const sealed =
      key && sealDraft({ rows: form.rows(), suggestion: form.suggestion(), message }, key, box.meeting, random)
    store.write({ code, own, sealed, sent })
  }

  const finish = (): Outcome => {
    ended = true
    if ((store.read()?.code ?? code) === code) store.wipe()
    form.wipe()
    message?.fill(0)
    message = null
    key?.fill(0)
    return { kind: 'done' }
  }

  const cast = async (retrying: () => void): Promise<Outcome> => {
    if (!message) {
      const prepared = prepareCast(box, code, form.ballot(), random)
      if (!prepared.ok) {
        return prepared.error.reason === 'bad-code'
          ? { kind: 'refused', reason: 'bad-code' }
          : { kind: 'bad-ballot', faults: prepared.error.faults }
      }
      message = prepared.value
    }
    sent = true
    // Before the first byte leaves: a reload in the middle must know that this phone has sent its vote.
    save()
    const waiting = (milliseconds: number) => {
      retrying()
      return pause(milliseconds)
    }
    const ended = await submitCast(message, { submit: link.submit, pause: waiting }, Number.POSITIVE_INFINITY)
    // Tries without end come back only with an answer.
    const reply = ended.reply ?? { status: 'refused', reason: 'busy' }
    lost ||= ended.lost
    if (reply.status === 'recorded' || (reply.status === 'already-recorded' && lost)) return finish()
    if (reply.status === 'already-recorded') {
      sent = false
      save()
      return { kind: 'used' }
    }
    // A disk that failed may have kept the vote all the same.
    if (reply.reason === 'storage') lost = true
    return { kind: 'refused', reason: reply.reason }
  }

  return {
    code,
    group,
    form,
    save,
    takeHalf: half => {
      key = draftKey(half, own, box.box)
      save()
    },
    isFrozen: () => message !== null,
    submit: retrying => {
      running ??= cast(retrying).finally(() => {
        running = null
      })
      return running
    },
  }
}
