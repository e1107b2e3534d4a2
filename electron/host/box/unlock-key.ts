import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { publicKeyOf } from '#shared/domain/ballot/sealed/box-key.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { joinShares } from './key-shares.ts'
import { type ScryptCost, unlockShare } from './locked-share.ts'
import type { Opener } from './locked-suggestions.ts'
import { readRecoveryCode } from './recovery-code.ts'
import { readSealRecord, type SealRecord, shareBound } from './seal-record.ts'
import { asTyped, type Teller } from './tellers.ts'

/** The tellers who came, told apart: whose passphrase fits, whose does not, who is none of this box's. */
export type TellerRoll = {
  readonly need: number
  readonly right: readonly string[]
  readonly wrong: readonly string[]
  readonly unknown: readonly string[]
  /** Whether the recovery sheet's code was given, and fits. */
  readonly recovery: 'none' | 'right' | 'wrong'
}

export type UnlockFault =
  | { readonly code: 'too-few'; readonly roll: TellerRoll }
  | { readonly code: 'damaged'; readonly place: 'seal' }

export type UnlockedKey = {
  readonly secretKey: Uint8Array
  readonly publicKey: Uint8Array
  readonly roll: TellerRoll
  /** Those whose passphrases fitted. */
  readonly openers: readonly Opener[]
  readonly cost: ScryptCost
}

/** The box's key out of the shares of enough tellers, the recovery sheet's code counting as one. Changes nothing. */
export async function unlockKey(
  store: BallotStore,
  tellers: readonly Teller[],
  recovery: string | null = null,
): Promise<Result<UnlockedKey, UnlockFault>> {
  const record = readSealRecord(store.seal() ?? new Uint8Array())
  if (!record) return failure({ code: 'damaged', place: 'seal' })
  const shares: Uint8Array[] = []
  const openers: Opener[] = []
  const right: string[] = []
  const wrong: string[] = []
  const unknown: string[] = []
  for (const name of new Set(tellers.map(teller => asTyped(teller.name)))) {
    const holder = record.holders.find(candidate => candidate.kind === 'teller' && candidate.name === name)
    const typed = tellers.filter(teller => asTyped(teller.name) === name)
    if (!holder) {
      unknown.push(name)
      continue
    }
    const opened = await firstShare(holder, typed, shareBound(store.identity.box, holder), record.cost)
    if (opened) {
      right.push(name)
      shares.push(opened.share)
      openers.push({ kind: 'teller', name, passphrase: opened.passphrase })
    } else wrong.push(name)
  }
  const envelope = await recoveryShare(record, store.identity.box, recovery)
  if (envelope && recovery !== null) {
    shares.push(envelope)
    openers.push({ kind: 'recovery', passphrase: readRecoveryCode(recovery) ?? '' })
  }
  const given = recovery === null ? 'none' : envelope ? 'right' : 'wrong'
  const roll: TellerRoll = { need: record.need, right, wrong, unknown, recovery: given }
  if (shares.length < record.need) return failure({ code: 'too-few', roll })
  const secretKey = await joinShares(shares, record.need)
  for (const share of shares) share.fill(0)
  const publicKey = Buffer.from(record.publicKey, 'hex')
  if (!secretKey || !publicKey.equals(publicKeyOf(secretKey))) return failure({ code: 'damaged', place: 'seal' })
  return success({ secretKey, publicKey: Uint8Array.from(publicKey), roll, openers, cost: record.cost })
}

/** The share in the envelope; `null` where the box has none, no code was given, or it is wrong. */
async function recoveryShare(record: SealRecord, box: string, typed: string | null): Promise<Uint8Array | null> {
  const holder = record.holders.find(({ kind }) => kind === 'recovery')
  const code = typed === null ? null : readRecoveryCode(typed)
  return holder && code !== null ? unlockShare(holder, code, shareBound(box, holder), record.cost) : null
}

/** Of one teller's tries (usually one) the first that opens the share. */
async function firstShare(
  holder: Parameters<typeof unlockShare>[0],
  tries: readonly Teller[],
  bound: string,
  cost: Parameters<typeof unlockShare>[3],
): Promise<{ readonly share: Uint8Array; readonly passphrase: string } | null> {
  for (const { passphrase } of tries) {
    const share = await unlockShare(holder, passphrase, bound, cost)
    if (share) return { share, passphrase }
  }
  return null
}
