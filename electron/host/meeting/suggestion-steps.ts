import {
  type Releaser,
  releasedTexts,
  releaseSuggestions,
  waitingSuggestions,
} from '#electron/host/box/release-suggestions.ts'
import { readSealRecord } from '#electron/host/box/seal-record.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { shuffled } from '#shared/domain/ballot/shuffle.ts'
import { sealSuggestion } from '#shared/domain/ballot/suggestion/seal-suggestion.ts'
import { MOST_SUGGESTION, tidySuggestion } from '#shared/domain/ballot/suggestion/suggestion-text.ts'
import { type Result, success } from '#shared/lib/result.ts'
import type { BoxInUse } from './box-in-use.ts'
import { castRefusal, diskRefusal, type Refusal, refusal } from './refusals.ts'

type Outcome<T> = Promise<Result<T, Refusal>>

/** The suggestions that wait, for one teller who opened the box: nothing is kept of them here. */
export async function waitingInRoom(
  store: BallotStore,
  { by }: CallInput<'meeting.suggestions'>,
): Outcome<CallOutput<'meeting.suggestions'>> {
  const waiting = await waitingSuggestions(store, [releaserOf(by)])
  return success(
    waiting.ok ? { outcome: 'waiting', texts: [...waiting.value] } : { outcome: 'refused', why: waiting.error },
  )
}

/** A teller releases some of the waiting suggestions; the others are destroyed. Once. */
export async function releaseInRoom(
  store: BallotStore,
  { by, places }: CallInput<'meeting.release'>,
): Outcome<CallOutput<'meeting.release'>> {
  try {
    const released = await releaseSuggestions(store, [releaserOf(by)], places)
    return success(
      released.ok ? { outcome: 'released', texts: [...released.value] } : { outcome: 'refused', why: released.error },
    )
  } catch (error) {
    if (!isDiskError(error)) throw error
    return diskRefusal(error.code ?? '')
  }
}

/** What tellers released, for ever the same; of several halls' boxes in an order that says nothing of the hall. */
export function releasedInRoom(
  { store }: BoxInUse,
  others: readonly BallotStore[],
): Result<CallOutput<'meeting.released'>, Refusal> {
  const texts = [store, ...others].flatMap(releasedTexts)
  return success({ texts: others.length > 0 ? texts.sort() : texts })
}

/** Puts suggestions that came on paper into the one pile, all of them or none, sealed as on a phone. */
export async function castPaperSuggestions(
  { store, setUp }: BoxInUse,
  { texts }: CallInput<'paper.suggestions'>,
): Outcome<CallOutput<'paper.suggestions'>> {
  const tidied = texts.map(tidySuggestion)
  if (tidied.some(text => text === '' || text.length > MOST_SUGGESTION)) return refusal('bad-request')
  const record = readSealRecord(store.seal() ?? new Uint8Array())
  if (!record) return refusal('not-sealed')
  if (!setUp.suggestions) return refusal('bad-request')
  const box = { box: store.identity.box, meeting: publicMeeting(setUp) }
  const publicKey = Buffer.from(record.publicKey, 'hex')
  const sealed = shuffled(tidied, secureRandom).map(text => sealSuggestion(text, publicKey, box, secureRandom))
  const outcome = await store.castSuggestions(sealed)
  switch (outcome) {
    case 'recorded':
      return success({})
    case 'storage':
    case 'full':
    case 'closed':
    case 'busy':
      return castRefusal(outcome)
    default:
      throw new Error('suggestions have one size and no group')
  }
}

function releaserOf(by: CallInput<'meeting.suggestions'>['by']): Releaser {
  return by.as === 'teller' ? { name: by.name, passphrase: by.passphrase } : { recovery: by.code }
}
