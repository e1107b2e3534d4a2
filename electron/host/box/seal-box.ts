import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { fingerprintOf, newBoxKey } from '#shared/domain/ballot/sealed/box-key.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { splitKey } from './key-shares.ts'
import { lockShare, type ScryptCost } from './locked-share.ts'
import { encodeSealRecord, shareBound } from './seal-record.ts'
import { asTyped, needOf, type Tellers } from './tellers.ts'

/**
 * Seals a box in the room: makes the key, splits it, locks each share, and keeps only the public key in the clear.
 * Gives the public key's fingerprint. Once per box. The tellers are those that `checkTellers` has nothing against.
 */
export async function sealBox(
  store: BallotStore,
  tellers: Tellers,
  cost: ScryptCost,
  random: RandomBytes,
): Promise<Result<string, 'already-sealed'>> {
  if (store.phase() !== 'created') return failure('already-sealed')
  const need = needOf(tellers)
  const { secretKey, publicKey } = newBoxKey(random)
  const shares = await splitKey(secretKey, tellers.tellers.length, need)
  secretKey.fill(0)
  const holders = []
  for (const [index, teller] of tellers.tellers.entries()) {
    const name = asTyped(teller.name)
    const share = shares[index] ?? new Uint8Array()
    const locked = await lockShare(share, teller.passphrase, shareBound(store.identity.box, name), cost, random)
    share.fill(0)
    holders.push({ kind: 'teller' as const, name, ...locked })
  }
  const record = { version: 1 as const, publicKey: Buffer.from(publicKey).toString('hex'), need, cost, holders }
  if (!(await store.sealWith(encodeSealRecord(record)))) return failure('already-sealed')
  return success(fingerprintOf(publicKey))
}
