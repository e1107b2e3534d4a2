import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import type { OpenedGroup } from '#shared/domain/ballot/count/count-ballots.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { readHubSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { openBallots } from './open-ballots.ts'
import { openSuggestions } from './open-suggestions.ts'
import type { UnlockedKey } from './unlock-key.ts'

export type DamagedGroup = { readonly id: string; readonly damaged: number }

/** What was in one box, in memory and nowhere else. */
export type OpenedBox = {
  readonly groups: readonly OpenedGroup[]
  /** Sealed ballots that were read, and those of them that are valid. */
  readonly ballots: number
  readonly valid: number
  readonly damaged: readonly DamagedGroup[]
  readonly suggestions: readonly string[]
  readonly damagedSuggestions: number
}

/** Opens everything in a closed box. Rejects with the disk's error. */
export async function openContents(
  store: BallotStore,
  key: UnlockedKey,
  random: RandomBytes,
  progress: (done: number) => void,
): Promise<OpenedBox> {
  const setUp = readHubSetUp(store.identity.meeting)
  if (!setUp.ok) throw new Error('the store was opened with a meeting that cannot be read')
  const meeting = publicMeeting(setUp.value)
  const { box } = store.identity
  const groups = await openBallots(store.readSealed(), box, meeting, key, progress)
  const words = await store.readSuggestions()
  return {
    groups,
    ballots: groups.reduce((sum, { returned, damaged }) => sum + returned - damaged, 0),
    valid: groups.reduce((sum, group) => sum + group.valid.length, 0),
    damaged: groups.filter(({ damaged }) => damaged > 0).map(({ id, damaged }) => ({ id, damaged })),
    suggestions: await openSuggestions(words.sealed, box, meeting, key, random),
    damagedSuggestions: words.damaged,
  }
}
