import { setImmediate as breathe } from 'node:timers/promises'
import type { SealedGroup } from '#electron/host/urn/ballot-store.ts'
import type { BallotRows } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { checkRows } from '#shared/domain/ballot/cast/check-rows.ts'
import { decodeRows } from '#shared/domain/ballot/cast/encode-rows.ts'
import type { OpenedGroup } from '#shared/domain/ballot/count/count-ballots.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { openSealedBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { keyAgreement } from './key-agreement.ts'

export type OpeningKey = { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array }

/**
 * Opens every sealed ballot, in memory, and checks each as a whole. Void is: what does not open (sealed for another
 * group, or never a ballot), what is no ballot of this meeting, what breaks a rule, and a copy of a sealed ballot that
 * somebody overheard and sent again with a slip of their own. `opened` is told the number done so far.
 */
export async function openBallots(
  groups: readonly SealedGroup[],
  box: string,
  meeting: PublicMeeting,
  key: OpeningKey,
  opened: (done: number) => void,
): Promise<readonly OpenedGroup[]> {
  let done = 0
  const agree = keyAgreement(key.secretKey)
  const results: OpenedGroup[] = []
  for (const { id, sealed, damaged } of groups) {
    const group = meeting.groups.find(candidate => candidate.id === id)
    const context = ballotContext(box, meeting, id)
    const seen = new Set<string>()
    const valid: BallotRows[] = []
    for (const bytes of sealed) {
      const mark = Buffer.from(bytes).toString('base64')
      const plain = seen.has(mark) ? null : openSealedBallot(bytes, key.secretKey, key.publicKey, context, agree)
      const rows = plain && decodeRows(plain, meeting)
      if (rows && group && !checkRows(rows, meeting, group)) valid.push(rows)
      seen.add(mark)
      plain?.fill(0)
      done++
      opened(done)
      // A window of the same process stays alive: thirty-two ballots take some milliseconds.
      if (done % 32 === 0) await breathe()
    }
    results.push({ id, returned: sealed.length + damaged, valid })
  }
  return results
}
