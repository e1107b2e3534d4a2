import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { geometryOf } from '#electron/host/urn/geometry.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { boxCountsSchema } from '#shared/domain/ballot/count/box-counts.ts'
import { readSmallFile } from '#shared/domain/ballot/set-up/read-small-file.ts'
import { type Result, success } from '#shared/lib/result.ts'
import type { BoxInUse } from './box-in-use.ts'
import { diskRefusal, type Refusal, refusal } from './refusals.ts'

/*
 * A box that was opened on another computer, with the other halls' or after that one took over, lies here still, sealed.
 * The receipt says which boxes were opened and what came out: counts, nothing smaller. With it the box here ends as the
 * opened one did, and only if all its ballots can be in those counts.
 */
const FORMAT = 'pingyi/count-receipt'
const receiptSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  meeting: z.string(),
  boxes: z.array(z.string().regex(/^[0-9a-f]{32}$/)).min(1),
  /** The counts' JSON text, as the boxes keep it, and its SHA-256: a file that lost a digit on its way is none. */
  counts: z.string(),
  sha256: z.string(),
})

/** The receipt of a counted box and those opened with it. */
export function receiptOf(
  { store, setUp }: BoxInUse,
  others: readonly BallotStore[],
): Result<Uint8Array<ArrayBuffer>, Refusal> {
  const kept = store.counts()
  if (!kept) return refusal('not-found')
  const counts = Buffer.from(kept).toString('utf8')
  const boxes = [store, ...others].filter(each => each.counts()).map(({ identity }) => identity.box)
  const receipt = { format: FORMAT, version: 1, meeting: setUp.id, boxes: boxes.sort(), counts, sha256: digest(counts) }
  return success(Uint8Array.from(Buffer.from(`${JSON.stringify(receipt, null, 1)}\n`)))
}

/** Ends the box in use, whose voting is over, by the receipt of the computer on which it was opened. */
export async function acceptReceipt(
  { store, setUp }: BoxInUse,
  file: Uint8Array,
): Promise<Result<CallOutput<'meeting.acceptReceipt'>, Refusal>> {
  if (store.phase() !== 'closed') return refusal('not-closed')
  const read = readSmallFile(Buffer.from(file).toString('utf8'), receiptSchema)
  if (!read.ok || digest(read.value.counts) !== read.value.sha256) return refusal('not-a-receipt')
  const { meeting, boxes, counts: text } = read.value
  const counts = readSmallFile(text, boxCountsSchema)
  if (!counts.ok) return refusal('not-a-receipt')
  if (meeting !== setUp.id) return refusal('other-meeting')
  const { groups } = counts.value
  const returned = new Map(groups.map(group => [group.id, group.returned]))
  const all = [...store.filled()].every(([id, ballots]) => ballots <= (returned.get(id) ?? -1))
  if (!boxes.includes(store.identity.box) || !all) return refusal('not-counted-there')
  const bytes = Buffer.from(text)
  if (bytes.length > geometryOf(setUp).countsBytes) return refusal('not-a-receipt')
  try {
    await store.destroy(bytes, null)
  } catch (error) {
    if (!isDiskError(error)) throw error
    return diskRefusal(error.code ?? '')
  }
  return success({ boxes: boxes.length, returned: groups.reduce((sum, group) => sum + group.returned, 0) })
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
