import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import { countBallots } from '#shared/domain/ballot/count/count-ballots.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { lockSuggestions } from './locked-suggestions.ts'
import { openBallots } from './open-ballots.ts'
import { openSuggestions } from './open-suggestions.ts'
import type { Teller } from './tellers.ts'
import { type TellerRoll, type UnlockFault, unlockKey } from './unlock-key.ts'

export type DamagedGroup = { readonly id: string; readonly damaged: number }

export type OpenFault =
  | UnlockFault
  | { readonly code: 'not-sealed' }
  | { readonly code: 'damaged-ballots'; readonly groups: readonly DamagedGroup[]; readonly suggestions: number }
  | { readonly code: 'disk'; readonly place: string }

/** The counts' JSON text (`BoxCounts`); `roll` is `null` where the box had been counted before. */
export type Opened = {
  readonly counts: string
  readonly roll: TellerRoll | null
  readonly damaged: readonly DamagedGroup[]
}

export type OpenOptions = {
  /** Count ballots that the disk has damaged as void (the chief teller's decision), instead of opening nothing. */
  readonly voidDamaged: boolean
  /** The recovery sheet's code, as typed; it counts as one teller. */
  readonly recovery?: string | undefined
  readonly random: RandomBytes
  readonly progress: (done: number, total: number) => void
}

/**
 * Opens a box: unlock, close for good, open and check all ballots in memory, count, keep the counts, destroy the rest.
 * All or nothing: a ballot that the disk has damaged stops it before anything is counted, the key and the ballots
 * stay. Suggestions wait, locked (`store.suggestions`); where too few voted to count anything, none are kept. A box counted before gives the same counts, whoever asks. Wrong passphrases change nothing, not even the phase.
 */
export async function openBox(
  store: BallotStore,
  tellers: readonly Teller[],
  { voidDamaged, recovery, random, progress }: OpenOptions,
): Promise<Result<Opened, OpenFault>> {
  const before = store.counts()
  if (before) return success({ counts: text(before), roll: null, damaged: [] })
  if (store.phase() === 'created') return failure({ code: 'not-sealed' })
  const setUp = readSetUp(store.identity.meeting)
  if (!setUp.ok) throw new Error('the store was opened with a meeting that cannot be read')
  const key = await unlockKey(store, tellers, recovery ?? null)
  if (!key.ok) return key
  try {
    await store.close()
    const sealed = await store.readSealed()
    const damaged = sealed.filter(group => group.damaged > 0).map(({ id, damaged: count }) => ({ id, damaged: count }))
    const words = await store.readSuggestions()
    if ((damaged.length > 0 || words.damaged > 0) && !voidDamaged)
      return failure({ code: 'damaged-ballots', groups: damaged, suggestions: words.damaged })
    const total = sealed.reduce((sum, group) => sum + group.sealed.length, 0)
    const meeting = publicMeeting(setUp.value)
    const opened = await openBallots(sealed, store.identity.box, meeting, key.value, done => progress(done, total))
    const counted = countBallots(setUp.value, opened, random)
    const counts = JSON.stringify(counted)
    const { box } = store.identity
    const texts = counted.tallies.length > 0 ? await openSuggestions(words.sealed, box, meeting, key.value, random) : []
    const { openers, cost } = key.value
    const pending = texts.length > 0 ? await lockSuggestions(texts, openers, box, cost, random) : null
    await store.destroy(Buffer.from(counts), pending)
    return success({ counts, roll: key.value.roll, damaged })
  } catch (error) {
    if (!isDiskError(error)) throw error
    return failure({ code: 'disk', place: error.code ?? '' })
  } finally {
    key.value.secretKey.fill(0)
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}
