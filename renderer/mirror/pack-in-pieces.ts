import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { packPieces } from '#shared/domain/evaluation/write-evaluation.ts'

/** How long the window may be kept from its user in one go, and how long a piece waits for it to rest, in milliseconds. */
const SPELL = 8
const WAIT = 100

/** A year as the mirror holds it. A big one is written while the user does nothing. */
export async function packInPieces(evaluation: Evaluation): Promise<string> {
  const pieces: string[] = []
  let began = performance.now()
  for (const piece of packPieces(evaluation)) {
    pieces.push(piece)
    if (performance.now() - began < SPELL) continue
    await new Promise(resolve => requestIdleCallback(resolve, { timeout: WAIT }))
    began = performance.now()
  }
  return pieces.join('')
}
