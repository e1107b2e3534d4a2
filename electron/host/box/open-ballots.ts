import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { SealedGroup } from '#electron/host/urn/ballot-store.ts'
import { rowCount } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { checkRows } from '#shared/domain/ballot/cast/check-rows.ts'
import { decodeRows } from '#shared/domain/ballot/cast/encode-rows.ts'
import { invalidValue } from '#shared/domain/ballot/cast/scale-values.ts'
import { type BallotPile, ballotPile } from '#shared/domain/ballot/count/ballot-pile.ts'
import type { OpenedGroup } from '#shared/domain/ballot/count/count-ballots.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { keyAgreement } from './key-agreement.ts'
import { openSealed } from './open-sealed.ts'

/** One group's ballots, opened; `damaged` of those returned cannot be read. */
export type OpenedPile = OpenedGroup & { readonly damaged: number }

export type OpeningKey = { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array }

/**
 * Opens every sealed ballot, in memory, and checks each as a whole. Void is: what does not open (sealed for another
 * group, or never a ballot), what is no ballot of this meeting, what breaks a rule, and a copy of a sealed ballot that
 * somebody overheard and sent again with a slip of their own. `opened` is told the number done so far.
 */
export async function openBallots(
  parts: AsyncIterable<SealedGroup> | Iterable<SealedGroup>,
  box: string,
  meeting: PublicMeeting,
  key: OpeningKey,
  opened: (done: number) => void,
): Promise<readonly OpenedPile[]> {
  let done = 0
  const agree = await keyAgreement(key.secretKey)
  // Under a key of its own: nobody can make a ballot that passes for a copy of another.
  const key32 = createSecretKey(randomBytes(32))
  const piles = new Map<string, { returned: number; damaged: number; seen: Set<string>; valid: BallotPile }>()
  for await (const { id, sealed, damaged } of parts) {
    const group = meeting.groups.find(candidate => candidate.id === id)
    const context = ballotContext(box, meeting, id)
    const pile = piles.get(id) ?? {
      returned: 0,
      damaged: 0,
      seen: new Set(),
      valid: ballotPile(rowCount(meeting), invalidValue(meeting.scale)),
    }
    piles.set(id, pile)
    const { seen, valid } = pile
    pile.returned += sealed.length + damaged
    pile.damaged += damaged
    for await (const some of openSealed(sealed, agree, key.publicKey, context)) {
      for (const { sealed: bytes, plain } of some) {
        const mark = createHmac('sha256', key32).update(bytes).digest().toString('latin1', 0, 16)
        const rows = plain && !seen.has(mark) ? decodeRows(plain, meeting) : null
        if (rows && group && !checkRows(rows, meeting, group)) valid.add(rows)
        seen.add(mark)
        plain?.fill(0)
        done++
        opened(done)
      }
    }
  }
  return [...piles].map(([id, { returned, damaged, valid }]) => ({ id, returned, damaged, valid }))
}
