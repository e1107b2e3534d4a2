import { createHmac } from 'node:crypto'
import { readRoll } from '#electron/host/urn/slip-roll.ts'
import { DRAW_BYTES, type RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { Room } from '#tests/anonymity/scripted-meeting.ts'
import { recordCopies } from '#tests/crash/record-copies.ts'
import type { NamedLeak } from './named-leak.ts'

/** Randomness that chooses slots by a rule: nobody else asks for so few bytes, and each batch here is of one vote. */
function choosing(honest: RandomBytes, place: () => number): RandomBytes {
  return length => {
    if (length !== DRAW_BYTES) return honest(length)
    const bytes = new Uint8Array(length)
    new DataView(bytes.buffer).setUint32(3, place())
    return bytes
  }
}

/** Randomness that hides something at the end of what fills up a vote's slot. */
function padding(honest: RandomBytes, hidden: () => Uint8Array): RandomBytes {
  return length => {
    const bytes = honest(length)
    if (length >= 4096) bytes.set(hidden(), length - 64)
    return bytes
  }
}

/** The roll of slips of the room's urn: the key and the keyed hashes. */
function rollOf({ planted }: Room) {
  const { groups } = planted.script.setUp
  const slots = groups.reduce((total, group) => total + group.slips + (group.paper ?? 0), 0)
  const slips = groups.reduce((total, group) => total + group.slips, 0)
  const start = recordCopies(planted.image, slots).records.slips?.start ?? 0
  const bytes = planted.image.slice(start + 12, start + 12 + 32 + 16 * slips)
  return { key: bytes.slice(0, 32), roll: readRoll(bytes, slips) }
}

/** Leaks in which slot a ballot lies, and in what lies there with it. */
export const slotLeaks: readonly NamedLeak[] = [
  {
    name: 'the first free slot is taken',
    row: 'order of insertion',
    caughtBy: ['order'],
    leak: { random: honest => choosing(honest, () => 0) },
  },
  {
    name: 'slots are counted up',
    row: 'order of insertion',
    caughtBy: ['order'],
    leak: {
      random: honest => {
        let next = 0
        return choosing(honest, () => next++)
      },
    },
  },
  {
    name: 'a vote’s milliseconds fill up its slot',
    row: 'any time near a vote',
    caughtBy: ['times'],
    leak: {
      random: honest =>
        padding(honest, () => {
          const time = Buffer.alloc(8)
          time.writeBigUInt64LE(BigInt(Date.now()))
          return time
        }),
    },
  },
  {
    name: 'a slip’s proof fills up its slot',
    row: 'slip joined to ballot',
    caughtBy: ['join', 'markers'],
    leak: withLastProof(proof => proof.slice(0, 8)),
  },
  {
    name: 'a slip’s keyed hash fills up its slot',
    row: 'slip joined to ballot',
    caughtBy: ['join'],
    leak: withLastProof((proof, room) => createHmac('sha256', rollOf(room).key).update(proof).digest().subarray(0, 16)),
  },
  {
    name: 'a slip’s place in the roll chooses its slot',
    row: 'slip joined to ballot',
    caughtBy: ['order'],
    leak: withLastProof(null, (proof, room, cast) => {
      const [group] = room.planted.script.setUp.groups
      if (!group) return 0
      const free = group.slips + (group.paper ?? 0) - cast
      return Math.floor(((rollOf(room).roll?.find(proof) ?? 0) * free) / group.slips)
    }),
  },
]

/** A leak that knows the slip of the vote that is being cast: it hides something of it, or chooses a slot by it. */
function withLastProof(
  hide: ((proof: Uint8Array, room: Room) => Uint8Array) | null,
  choose: ((proof: Uint8Array, room: Room, cast: number) => number) | null = null,
): NamedLeak['leak'] {
  let proof: Uint8Array = new Uint8Array(32)
  let cast = 0
  return {
    random: (honest, room) => {
      const hidden = hide ? padding(honest, () => hide(proof, room)) : honest
      return choose ? choosing(hidden, () => choose(proof, room, cast++)) : hidden
    },
    store: honest => ({
      ...honest,
      cast: (shown, sealed) => {
        proof = shown
        return honest.cast(shown, sealed)
      },
    }),
  }
}
