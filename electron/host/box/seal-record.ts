import { z } from 'zod'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))

export const scryptCostSchema = z.strictObject({ logN: z.int().min(10).max(22), r: z.int().min(1).max(32) })

/** Somebody's share of a key, locked. */
export const lockedShareSchema = z.strictObject({
  kind: z.enum(['teller', 'recovery']),
  /** Empty for the recovery sheet. */
  name: z.string(),
  salt: hex(16),
  nonce: hex(24),
  // A share is the key (32 bytes), a byte that numbers it unless one alone keeps it whole, and the tag (16).
  share: z.string().regex(/^([0-9a-f]{96}|[0-9a-f]{98})$/),
})

/**
 * What the urn keeps from the sealing to the opening: the public key, how many tellers are needed, each one's locked share.
 * The recovery sheet in the envelope is one more holder of a share, its code the passphrase.
 */
const sealRecordSchema = z.strictObject({
  version: z.literal(1),
  publicKey: hex(32),
  need: z.int().min(1).max(255),
  cost: scryptCostSchema,
  holders: z.array(lockedShareSchema).min(1),
})

export type SealRecord = Readonly<z.infer<typeof sealRecordSchema>>

export function encodeSealRecord(record: SealRecord): Uint8Array {
  return Buffer.from(JSON.stringify(record))
}

/** The record, or `null` where the bytes are not one (a hostile urn: its checksums hold). */
export function readSealRecord(bytes: Uint8Array): SealRecord | null {
  try {
    const parsed = sealRecordSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** What a share is bound to: this box and its holder. */
export function shareBound(box: string, { kind, name }: Pick<SealRecord['holders'][number], 'kind' | 'name'>): string {
  return kind === 'teller' ? `pingyi/share/1\n${box}\n${name}` : `pingyi/recovery/1\n${box}`
}
