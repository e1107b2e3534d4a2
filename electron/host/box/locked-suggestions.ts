import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { z } from 'zod'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { lockShare, type ScryptCost, unlockShare } from './locked-share.ts'
import { readRecoveryCode } from './recovery-code.ts'
import { lockedShareSchema, scryptCostSchema } from './seal-record.ts'
import { asTyped, type Teller } from './tellers.ts'

/** Somebody who opened the box: a teller with the passphrase typed, or the recovery sheet with its code. */
export type Opener =
  | { readonly kind: 'teller'; readonly name: string; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly passphrase: string }

const LENGTH = 4

/** What stands before the sealed texts: the key to them, once for each who opened the box. */
const headSchema = z.strictObject({
  version: z.literal(1),
  cost: scryptCostSchema,
  nonce: z.string().regex(/^[0-9a-f]{48}$/),
  holders: z.array(lockedShareSchema).min(1),
})

/**
 * Suggestions that wait until a teller decides which are shown: sealed under a key of their own, which each of those who
 * opened the box has under the passphrase typed then. So nobody reads them before, though the box's key is gone by now.
 */
export async function lockSuggestions(
  texts: readonly string[],
  openers: readonly Opener[],
  box: string,
  cost: ScryptCost,
  random: RandomBytes,
): Promise<Uint8Array> {
  const key = random(32)
  const nonce = random(24)
  const holders = []
  for (const opener of openers) {
    const name = opener.kind === 'teller' ? opener.name : ''
    holders.push({
      kind: opener.kind,
      name,
      ...(await lockShare(key, opener.passphrase, boundTo(box, opener.kind, name), cost, random)),
    })
  }
  const head = Buffer.from(JSON.stringify({ version: 1, cost, nonce: Buffer.from(nonce).toString('hex'), holders }))
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(head.length)
  const plain = Buffer.from(JSON.stringify(texts))
  const sealed = xchacha20poly1305(key, nonce, Buffer.from(contentOf(box))).encrypt(plain)
  plain.fill(0)
  key.fill(0)
  return Buffer.concat([length, head, sealed])
}

/** `unknown`: none of those who opened the box. */
export type LockFault = 'unknown' | 'wrong' | 'damaged'

/** The texts, in the order in which they were locked, for one of those who opened the box. */
export async function unlockSuggestions(
  pending: Uint8Array,
  by: Teller | { readonly recovery: string },
  box: string,
): Promise<Result<readonly string[], LockFault>> {
  const read = readHead(Buffer.from(pending))
  if (!read) return failure('damaged')
  const { head, sealed } = read
  const name = 'recovery' in by ? '' : asTyped(by.name)
  const kind = 'recovery' in by ? 'recovery' : 'teller'
  const holder = head.holders.find(each => each.kind === kind && each.name === name)
  if (!holder) return failure('unknown')
  const typed = 'recovery' in by ? readRecoveryCode(by.recovery) : by.passphrase
  const key = typed === null ? null : await unlockShare(holder, typed, boundTo(box, kind, name), head.cost)
  if (!key) return failure('wrong')
  try {
    const cipher = xchacha20poly1305(key, Buffer.from(head.nonce, 'hex'), Buffer.from(contentOf(box)))
    // Our own text: the tag fits.
    const texts: readonly string[] = JSON.parse(Buffer.from(cipher.decrypt(sealed)).toString('utf8'))
    return success(texts)
  } catch {
    return failure('damaged')
  } finally {
    key.fill(0)
  }
}

function readHead(bytes: Buffer) {
  try {
    const end = LENGTH + bytes.readUInt32BE(0)
    const head = headSchema.safeParse(JSON.parse(bytes.toString('utf8', LENGTH, end)))
    return head.success ? { head: head.data, sealed: Uint8Array.from(bytes.subarray(end)) } : null
  } catch {
    // Too short, or no JSON: not what `lockSuggestions` writes.
    return null
  }
}

function boundTo(box: string, kind: Opener['kind'], name: string): string {
  return `pingyi/pending-${kind}/1\n${box}\n${name}`
}

function contentOf(box: string): string {
  return `pingyi/pending/1\n${box}`
}
