import { randomFillSync } from 'node:crypto'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'

/** The operating system's randomness, in memory of its own (`randomBytes` cuts small pieces from a shared pool). */
export const secureRandom: RandomBytes = (length, used) =>
  randomFillSync(used?.length === length ? used : new Uint8Array(length))
