import { connectStation } from '#electron/host/box/connect-station.ts'
import type { ScryptCost } from '#electron/host/box/locked-share.ts'
import { newSlips, type Slip } from '#electron/host/box/new-slips.ts'
import { sealBox } from '#electron/host/box/seal-box.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { createUrn } from '#electron/host/urn/create-urn.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { prepareCast } from '#shared/domain/ballot/cast/prepare-cast.ts'
import { madeUpBallot } from '#shared/domain/ballot/plan/made-up-ballot.ts'
import { rehearsalSetUp } from '#shared/domain/ballot/plan/rehearsal-set-up.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { memoryUrnFile } from './memory-urn-file.ts'

/** What opens the rehearsal's box; shown on the screen. */
export const REHEARSAL_TELLERS = [
  { name: '监票人甲', passphrase: '演练口令甲' },
  { name: '监票人乙', passphrase: '演练口令乙' },
  { name: '监票人丙', passphrase: '演练口令丙' },
]

/** How many slips of each group the people in the room may try; the rest is for made-up voters. */
const TO_TRY = 3

export type Rehearsal = {
  readonly store: BallotStore
  /** Codes to try with phones, by group. */
  readonly toTry: readonly { readonly group: string; readonly code: string }[]
  /** Lets so many made-up voters vote at the station; how many were taken (there is a slip for each only once). */
  readonly vote: (url: string, voters: number) => Promise<number>
}

/** A sealed box of made-up people, in memory alone: no byte of it ever touches the disk. */
export async function makeRehearsal(cost: ScryptCost, suggestions: boolean): Promise<Rehearsal> {
  const setUp = readSetUp(JSON.stringify({ ...rehearsalSetUp(), ...(suggestions ? { suggestions } : {}) }))
  if (!setUp.ok) throw new Error('the rehearsal is a meeting like any other')
  const file = memoryUrnFile()
  const slips = newSlips(setUp.value, secureRandom)
  const box = Buffer.from(secureRandom(16)).toString('hex')
  await createUrn(file, { box, setUp: setUp.value, proofs: proofsOf(setUp.value, slips, box) }, secureRandom)
  const store = await openUrnOn(file, secureRandom)
  if (!store.ok) throw new Error('a box in memory does not break')
  await sealBox(store.value, { tellers: REHEARSAL_TELLERS, need: 2 }, cost, secureRandom)
  const meeting = publicMeeting(setUp.value)
  const toTry = setUp.value.groups.flatMap(({ id }) => slips.filter(({ group }) => group === id).slice(0, TO_TRY))
  const left: Slip[] = slips.filter(slip => !toTry.includes(slip))

  const vote = async (url: string, voters: number): Promise<number> => {
    const station = await connectStation(url)
    if (!station) return 0
    const turns = left.splice(0, voters)
    const replies = await Promise.all(
      turns.map(({ group, digits }) => {
        const own = meeting.groups.find(({ id }) => id === group)
        const ballot = own && madeUpBallot(meeting, own, secureRandom)
        const message = ballot && prepareCast(station.box, digits, ballot, secureRandom)
        return message?.ok ? station.submit(message.value) : null
      }),
    )
    return replies.filter(reply => reply?.status === 'recorded').length
  }
  return { store: store.value, toTry: toTry.map(({ group, code }) => ({ group, code })), vote }
}
