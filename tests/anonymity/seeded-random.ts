import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { seeded } from '#tests/crash/seeded.ts'

/** Random bytes that come again from the same seed: two meetings then differ in nothing but what their voters marked. */
export function seededRandom(seed: number): RandomBytes {
  const draw = seeded(seed)
  return length => Uint8Array.from({ length }, () => Math.floor(draw() * 256))
}
