import { hexToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { fingerprintOf } from '#shared/domain/ballot/sealed/box-key.ts'
import { VOID_RULES } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { readSmallFile } from '#shared/domain/ballot/set-up/read-small-file.ts'
import { scaleSchema } from '#shared/domain/scheme/scheme.ts'
import { PUBLIC_BOX_FORMAT, type PublicBox } from './public-box.ts'

const text = z.string()
const publicBoxSchema = z.strictObject({
  format: z.literal(PUBLIC_BOX_FORMAT),
  version: z.literal(1),
  box: text.regex(/^[0-9a-f]{32}$/),
  publicKey: text.regex(/^[0-9a-f]{64}$/),
  fingerprint: text,
  meeting: z.strictObject({
    id: text,
    title: text,
    scale: scaleSchema,
    indicators: z.array(z.strictObject({ id: text, name: text })).min(1),
    groups: z.array(z.strictObject({ id: text, name: text, peers: z.boolean() })).min(1),
    instructors: z.array(z.strictObject({ id: text, name: text, unit: text, summary: text.optional() })).min(1),
    limits: z.record(text, z.int()),
    voidRules: z.array(z.enum(VOID_RULES)),
    suggestions: z.literal(true).optional(),
  }),
  database: z.literal(true).optional(),
})

/**
 * What a station says of its box, from its JSON text; `null` where it is no station's (another server, a captive portal), or
 * where the key is not the one that the fingerprint shows.
 */
export function readPublicBox(json: string): PublicBox | null {
  const read = readSmallFile(json, publicBoxSchema)
  if (!read.ok) return null
  return fingerprintOf(hexToBytes(read.value.publicKey)) === read.value.fingerprint ? read.value : null
}
