import { placesOf } from './bits.ts'
import { pinTime, randomSlots } from './commit-votes.ts'
import { destroyContents, destroyPending } from './destroy-urn.ts'
import type { Twin } from './twin.ts'
import { runAll } from './urn-file.ts'
import type { UrnState } from './urn-state.ts'

// Slots that are filled anew at a time: their bytes lie in memory until then.
const AT_ONCE = 256

/**
 * Puts an urn right after whatever ended the last process, before anybody may vote: the newest whole copy of each
 * record over the other, random bytes into every free slot (a vote that was never acknowledged may have left a ballot
 * there), and a destruction that was interrupted carried out. Rejects with the disk's error.
 */
export async function recoverUrn(urn: UrnState): Promise<void> {
  const { records, kept, header, file } = urn
  if (records.counts.payload()) {
    await mend(records.header)
    await mend(records.counts)
    if (kept) {
      await mend(kept.released)
      await mend(kept.pending)
      await destroyPending(urn)
    }
    if (header.phase !== 'destroyed') await destroyContents(urn)
    return
  }
  await mend(records.header)
  await mend(records.slips)
  if (header.phase === 'created') return
  await mend(records.seal)
  const free = placesOf(header.slots, 0, urn.geometry.slots, false)
  for (let first = 0; first < free.length; first += AT_ONCE)
    await runAll(file, randomSlots(urn, free.slice(first, first + AT_ONCE)))
  await runAll(file, ['flush'])
  await pinTime(urn)
}

async function mend(record: Twin): Promise<void> {
  const payload = record.payload()
  if (payload && !record.intact()) await record.write(payload)
}
