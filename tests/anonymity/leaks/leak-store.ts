import { openBallots } from '#electron/host/box/open-ballots.ts'
import { unlockKey } from '#electron/host/box/unlock-key.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { markOfValue, scaleSize } from '#shared/domain/ballot/cast/scale-values.ts'
import type { Ballots } from '#shared/domain/ballot/count/ballot-pile.ts'
import type { OpenedGroup } from '#shared/domain/ballot/count/count-ballots.ts'
import type { Room } from '#tests/anonymity/scripted-meeting.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'

// Steps that several leaks share.

/** A store that does something more with every vote that it records, after it or before. */
export function atEachVote(
  store: BallotStore,
  act: (proof: Uint8Array, sealed: Uint8Array, number: number) => Promise<void> | void,
): BallotStore {
  let number = 0
  return {
    ...store,
    cast: async (proof, sealed) => {
      const outcome = await store.cast(proof, sealed)
      if (outcome === 'recorded') await act(proof, sealed, number++)
      return outcome
    },
  }
}

/** Every whole ballot in a closed store, opened: what the opening has in its memory, and must keep there. */
export async function openedGroups(store: BallotStore, room: Room): Promise<readonly OpenedGroup[]> {
  const key = await unlockKey(store, TELLERS)
  if (!key.ok) throw new Error(key.error.code)
  const sealed = await Array.fromAsync(store.readSealed())
  const { box, meeting } = room.planted.box
  return openBallots(sealed, box, meeting, key.value, () => undefined)
}

/** The ballots of a pile, each as a program would write it down. */
export function marksIn(pile: Ballots, room: Room): Record<string, string>[] {
  return Array.from({ length: pile.length }, (_, place) => marksOf(pile.at(place) ?? [], room))
}

/** One ballot as a program would write it down: a mark for each person. */
export function marksOf(rows: ArrayLike<number>, { planted }: Room): Record<string, string> {
  const { scale, instructors } = planted.box.meeting
  const size = scaleSize(scale)
  return Object.fromEntries(
    instructors.map(({ id }, row) => {
      const value = rows[row] ?? 0
      return [id, value >= 1 && value <= size ? markOfValue(scale, value) : '']
    }),
  )
}
