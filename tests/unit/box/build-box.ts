import { newSlips, type Slip } from '#electron/host/box/new-slips.ts'
import { sealBox } from '#electron/host/box/seal-box.ts'
import { readSealRecord } from '#electron/host/box/seal-record.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { createUrn } from '#electron/host/urn/create-urn.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { UrnFile } from '#electron/host/urn/urn-file.ts'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { type CastMessage, decodeCast } from '#shared/domain/ballot/cast/cast-message.ts'
import { prepareCast } from '#shared/domain/ballot/cast/prepare-cast.ts'
import { type PublicBox, publicBox } from '#shared/domain/ballot/cast/public-box.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'

export const TELLERS = [
  { name: '甲', passphrase: '甲的口令一二三' },
  { name: '乙', passphrase: '乙的口令四五六' },
  { name: '丙', passphrase: '丙的口令七八九' },
] as const

/** The least that scrypt may cost: tests of the urn do not test scrypt. */
export const CHEAP = { logN: 10, r: 1 } as const

/** Fills an urn into an empty file and gives its slips. */
export async function fillUrn(file: UrnFile, setUp: MeetingSetUp): Promise<readonly Slip[]> {
  const slips = newSlips(setUp, secureRandom)
  const box = Buffer.from(secureRandom(16)).toString('hex')
  const proofs = setUp.groups.map(group =>
    slips.filter(slip => slip.group === group.id).map(slip => slipProof(slip.digits, box)),
  )
  await createUrn(file, { box, setUp, proofs }, secureRandom)
  return slips
}

/** Opens the urn in a file; throws where it cannot be (a mistake of the test's, or the bug it looks for). */
export async function openStore(file: UrnFile): Promise<BallotStore> {
  const store = await openUrnOn(file, secureRandom)
  if (!store.ok) throw new Error(`the urn cannot be opened: ${JSON.stringify(store.error)}`)
  return store.value
}

/** Seals a box with two of three tellers and gives it as its voters see it. */
export async function sealForVoters(store: BallotStore, setUp: MeetingSetUp): Promise<PublicBox> {
  const sealed = await sealBox(store, { tellers: TELLERS, need: 2 }, CHEAP, secureRandom)
  if (!sealed.ok) throw new Error(sealed.error)
  const record = readSealRecord(store.seal() ?? new Uint8Array())
  return publicBox(store.identity.box, Buffer.from(record?.publicKey ?? '', 'hex'), setUp)
}

/** A vote's bytes as a phone posts them; throws where the phone would refuse. */
export function buildVote(box: PublicBox, code: string, ballot: Ballot): Uint8Array<ArrayBuffer> {
  const message = prepareCast(box, code, ballot, secureRandom)
  if (!message.ok) throw new Error(JSON.stringify(message.error))
  return Uint8Array.from(message.value)
}

/** The two parts of a vote. */
export function partsOf(box: PublicBox, vote: Uint8Array): CastMessage {
  const parts = decodeCast(vote, box.meeting)
  if (!parts) throw new Error('not a vote')
  return parts
}

/** The slips of one group. */
export function slipsOf(slips: readonly Slip[], group: string): readonly Slip[] {
  return slips.filter(slip => slip.group === group)
}
