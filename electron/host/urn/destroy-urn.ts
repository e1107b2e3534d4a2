import { emptyBits } from './bits.ts'
import { pinTime } from './commit-votes.ts'
import { fillRandom } from './create-urn.ts'
import { encodeHeader, type Header } from './header.ts'
import type { UrnState } from './urn-state.ts'

/**
 * Keeps the counts in the room that the urn has for them; only when they are on the disk twice is anything destroyed.
 * Interrupted before, the box can be opened again; interrupted after, the next start finishes. Rejects with the disk's error.
 */
export async function keepCounts(urn: UrnState, counts: Uint8Array): Promise<void> {
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
  await urn.file.flush()
  await writeHeader(urn, {
    phase: 'destroyed',
    slips: emptyBits(geometry.slips),
    slots: emptyBits(geometry.slots),
  })
  await pinTime(urn)
}

/** Writes a header that no vote made. */
export async function writeHeader(urn: UrnState, header: Header): Promise<void> {
  await urn.records.header.write(encodeHeader(header))
  urn.header = header
}
