import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { emptyBits } from './bits.ts'
import { geometryOf, largestSealed } from './geometry.ts'
import { encodeHeader } from './header.ts'
import { layoutOf, newPreamble, PREAMBLE_PLACE } from './layout.ts'
import { encodeRoll, rollBytes } from './slip-roll.ts'
import { slotBytesFor } from './slot.ts'
import { openTwin, type TwinPlace } from './twin.ts'
import { runAll, type UrnFile } from './urn-file.ts'

/** Room for the public key and the locked shares of the tellers. */
const SEAL_BYTES = 24 * 1024

export type NewUrn = {
  /** The box's id in hex. */
  readonly box: string
  readonly setUp: MeetingSetUp
  /** The slips' proofs, by group in the meeting's order. */
  readonly proofs: readonly (readonly Uint8Array[])[]
}

/**
 * Fills a new file as an empty urn: random bytes over its whole size (so that it never needs new space and a free slot looks
 * like a filled one), then the records, the preamble last: a file that was interrupted is no urn.
 * Rejects with the disk's error; the caller removes the file.
 */
export async function createUrn(file: UrnFile, { box, setUp, proofs }: NewUrn, random: RandomBytes): Promise<void> {
  const geometry = geometryOf(setUp)
  const meeting = Buffer.from(JSON.stringify(setUp))
  const header = encodeHeader({
    phase: 'created',
    slips: emptyBits(geometry.slips),
    slots: emptyBits(geometry.slots),
  })
  const sizes = {
    meeting: meeting.length,
    slips: rollBytes(geometry.slips),
    seal: SEAL_BYTES,
    header: header.length,
    counts: geometry.countsBytes,
    suggestions: geometry.suggestions?.keptBytes ?? null,
  }
  const preamble = newPreamble(box, sizes, slotBytesFor(largestSealed(geometry)))
  const { places, fileBytes } = layoutOf(preamble)
  await fillRandom(file, 0, fileBytes(geometry.slots), random)
  await runAll(file, ['flush'])
  const write = async (place: TwinPlace, payload: Uint8Array) => (await openTwin(file, place)).write(payload)
  await write(places.meeting, meeting)
  await write(places.slips, encodeRoll(random(32), proofs))
  await write(places.header, header)
  await write(PREAMBLE_PLACE, Buffer.from(JSON.stringify(preamble)))
  await runAll(file, ['pin-time'])
}

const CHUNK = 1024 * 1024

/** Writes random bytes from `start` up to `end`; not flushed. */
export async function fillRandom(file: UrnFile, start: number, end: number, random: RandomBytes): Promise<void> {
  for (let position = start; position < end; position += CHUNK)
    await runAll(file, [{ position, bytes: random(Math.min(CHUNK, end - position)) }])
}
