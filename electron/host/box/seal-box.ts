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
 * Gives the public key's fingerprint. Once per box. The tellers are those that `checkTellers` has nothing against;
 * `recovery` is the code (`newRecoveryCode`) of a sheet for the envelope, which holds one share more.
 */
export async function sealBox(
  store: BallotStore,
  tellers: Tellers,
  cost: ScryptCost,
  random: RandomBytes,
  recovery: string | null = null,
): Promise<Result<string, 'already-sealed'>> {
  if (store.phase() !== 'created') return failure('already-sealed')
  const need = needOf(tellers)
  const { secretKey, publicKey } = newBoxKey(random)
  const keepers = [
    ...tellers.tellers.map(({ name, passphrase }) => ({ kind: 'teller' as const, name: asTyped(name), passphrase })),
    ...(recovery === null ? [] : [{ kind: 'recovery' as const, name: '', passphrase: recovery }]),
  ]
  const shares = await splitKey(secretKey, keepers.length, need)
  secretKey.fill(0)
  const holders = []
  for (const [index, { kind, name, passphrase }] of keepers.entries()) {
    const share = shares[index] ?? new Uint8Array()
    const bound = shareBound(store.identity.box, { kind, name })
    holders.push({ kind, name, ...(await lockShare(share, passphrase, bound, cost, random)) })
    share.fill(0)
  }
  const record = { version: 1 as const, publicKey: Buffer.from(publicKey).toString('hex'), need, cost, holders }
  if (!(await store.sealWith(encodeSealRecord(record)))) return failure('already-sealed')
  return success(fingerprintOf(publicKey))
}
