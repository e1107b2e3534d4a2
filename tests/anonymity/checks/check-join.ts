import { geometryOf } from '#electron/host/urn/geometry.ts'
import type { PlantedRoom, RoomVote } from '#tests/anonymity/plant-room.ts'
import { recordCopies } from '#tests/crash/record-copies.ts'
import type { Finding } from './finding.ts'

const HEAD = 12
/** So many bytes are not the same by chance: about one run in ten thousand million. */
const WINDOW = 6

/**
 * No value, hash or prefix stands both in what tells who took part (codes, proofs, the urn's keyed hashes) and in the
 * slots: the two could be joined by it. `urn` is as it stood when the last vote was cast.
 */
export function checkJoin(planted: PlantedRoom, votes: readonly RoomVote[], urn: Buffer): Finding[] {
  const { groups } = planted.script.setUp
  const slips = groups.reduce((total, group) => total + group.slips, 0)
  const { records, slotsStart } = recordCopies(urn, geometryOf(planted.script.setUp).slots)
  const roll = records.slips
  if (!roll) throw new Error('the urn has no roll of slips')
  const participation = new Map<string, Buffer>()
  for (let slip = 0; slip < slips; slip++) {
    const at = roll.start + HEAD + 32 + 16 * slip
    participation.set(`the keyed hash of slip ${slip}`, urn.subarray(at, at + 16))
  }
  for (const [voter, { proof }] of votes.entries()) {
    participation.set(`the proof of voter ${voter}`, Buffer.from(proof))
    participation.set(`the code of voter ${voter}`, Buffer.from(planted.codes[voter]?.digits ?? ''))
  }
  const windows = new Map<string, string>()
  for (const [name, bytes] of participation)
    for (let at = 0; at + WINDOW <= bytes.length; at++) windows.set(bytes.toString('latin1', at, at + WINDOW), name)
  const text = urn.toString('latin1', slotsStart)
  const shared = new Set<string>()
  for (let at = 0; at + WINDOW <= text.length; at++) {
    const name = windows.get(text.slice(at, at + WINDOW))
    if (name !== undefined) shared.add(`slot ${Math.floor(at / 4096)} holds a piece of ${name}`)
  }
  return [...shared].map(what => ({ check: 'join', what }))
}
