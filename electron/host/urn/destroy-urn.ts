import { emptyBits } from './bits.ts'
import { pinTime } from './commit-votes.ts'
import { fillRandom } from './create-urn.ts'
import { encodeHeader, type Header } from './header.ts'
import { runAll } from './urn-file.ts'
import type { UrnState } from './urn-state.ts'

/**
 * Keeps the counts in the room that the urn has for them, and before them the suggestions, locked, where there are some;
 * only when the counts are on the disk twice is anything destroyed. Interrupted before, the box can be opened again, and
 * writes both anew; interrupted after, the next start finishes. Rejects with the disk's error.
 */
export async function keepCounts(urn: UrnState, counts: Uint8Array, pending: Uint8Array | null): Promise<void> {
  if (pending) {
    if (!urn.kept) throw new Error('the meeting takes no suggestions')
    await urn.kept.pending.write(pending)
  } else {
    // What an interrupted opening may have left.
    await urn.kept?.pending.overwrite(urn.random)
  }
  await urn.records.counts.write(counts)
  await writeHeader(urn, { ...urn.header, phase: 'counted' })
}

/** Overwrites the locked key, the slips and every slot, and forgets which were used. Once the counts are kept. */
export async function destroyContents(urn: UrnState): Promise<void> {
  const { records, layout, geometry, random } = urn
  if (!records.counts.payload()) throw new Error('nothing may be destroyed before the counts are kept')
  await records.seal.overwrite(random)
  await records.slips.overwrite(random)
  await fillRandom(urn.file, layout.slotPosition(0), layout.slotPosition(geometry.slots), random)
  await runAll(urn.file, ['flush'])
  await writeHeader(urn, {
    phase: 'destroyed',
    slips: emptyBits(geometry.slips),
    slots: emptyBits(geometry.slots),
  })
  await pinTime(urn)
}

// What stands before the released suggestions: whether those that were not are destroyed.
const UNFINISHED = 0
const FINISHED = 1

/** Keeps the suggestions that a teller released; only when they are on the disk twice are all that waited destroyed. */
export async function keepReleased(urn: UrnState, released: Uint8Array): Promise<void> {
  const { kept } = urn
  if (!kept?.pending.payload() || kept.released.payload()) throw new Error('no suggestions wait for a teller')
  await kept.released.write(Buffer.concat([Uint8Array.of(UNFINISHED), released]))
  await destroyPending(urn)
}

/** Overwrites the suggestions that waited for a teller, where some were released and that is not done. */
export async function destroyPending(urn: UrnState): Promise<void> {
  const { kept, random } = urn
  const released = kept?.released.payload()
  if (!kept || released?.[0] !== UNFINISHED) return
  await kept.pending.overwrite(random)
  await kept.released.write(Buffer.concat([Uint8Array.of(FINISHED), released.subarray(1)]))
  await pinTime(urn)
}

/** Writes a header that no vote made. */
export async function writeHeader(urn: UrnState, header: Header): Promise<void> {
  await urn.records.header.write(encodeHeader(header))
  urn.header = header
}
