import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { type Opened, type OpenFault, type OpenOptions, openBoxes } from './open-boxes.ts'
import type { Teller } from './tellers.ts'

export type { Opened, OpenFault, OpenOptions } from './open-boxes.ts'

/** Opens one box, as `openBoxes` does. */
export async function openBox(
  store: BallotStore,
  tellers: readonly Teller[],
  options: OpenOptions,
): Promise<Result<Opened, OpenFault>> {
  const opened = await openBoxes([store], tellers, options)
  return opened.ok ? opened : failure(opened.error.fault)
}
