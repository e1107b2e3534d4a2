import { unlockKey } from '#electron/host/box/unlock-key.ts'
import { rowsOfBallot } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { encodeRows } from '#shared/domain/ballot/cast/encode-rows.ts'
import { prepareCast } from '#shared/domain/ballot/cast/prepare-cast.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { MemoryDisk } from '#tests/crash/memory-disk.ts'
import { fillUrn, openStore, partsOf, sealForVoters, slipsOf, TELLERS } from '#tests/unit/box/build-box.ts'
import type { Script, World } from './script.ts'

/** A sealed, empty box and each voter's slip: where both worlds of a script begin. */
export type PlantedRoom = {
  readonly script: Script
  readonly image: Uint8Array
  readonly box: PublicBox
  /** Each voter's code, as digits and as printed. */
  readonly codes: readonly { readonly digits: string; readonly printed: string }[]
  /** The key that the tellers' shares give: it must be nowhere. */
  readonly secretKey: Uint8Array
}

export type RoomVote = {
  readonly agent: string
  readonly body: Uint8Array<ArrayBuffer>
  readonly proof: Uint8Array
  readonly sealed: Uint8Array
  /** The ballot's rows as bytes, without the zeros after them. */
  readonly plain: Uint8Array
  /** What the voter wrote beside it; empty where the meeting did not ask. */
  readonly words: string
}

export async function plantRoom(script: Script): Promise<PlantedRoom> {
  const disk = new MemoryDisk(new Uint8Array(0), 1)
  const slips = await fillUrn(disk.file(), script.setUp)
  const store = await openStore(disk.file())
  const box = await sealForVoters(store, script.setUp)
  const key = await unlockKey(store, TELLERS)
  if (!key.ok) throw new Error(key.error.code)
  await store.release()
  const left = new Map(script.setUp.groups.map(({ id }) => [id, [...slipsOf(slips, id)]]))
  const codes = script.voters.map(({ group }) => {
    const slip = left.get(group)?.pop()
    if (!slip) throw new Error('more voters than slips')
    return { digits: slip.digits, printed: slip.code }
  })
  return { script, image: disk.image, box, codes, secretKey: key.value.secretKey }
}

/** The votes of one world, sealed with `random` as on the phones. */
export function votesOf({ script, box, codes }: PlantedRoom, world: World, random: RandomBytes): RoomVote[] {
  return script.voters.map(({ group, agent, ballots }, voter) => {
    const ballot = ballots[world]
    const message = prepareCast(box, codes[voter]?.digits ?? '', ballot, random)
    const publicGroup = box.meeting.groups.find(({ id }) => id === group)
    const rows = publicGroup && rowsOfBallot(ballot, box.meeting, publicGroup)
    if (!message.ok || !rows?.ok) throw new Error('the script has a ballot that a phone refuses')
    const body = Uint8Array.from(message.value)
    const plain = encodeRows(rows.value, box.meeting).slice(0, 1 + rows.value.length)
    return { agent, body, ...partsOf(box, body), plain, words: ballot.suggestion ?? '' }
  })
}
