import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { type LockFault, unlockSuggestions } from './locked-suggestions.ts'
import type { Teller } from './tellers.ts'

export type Releaser = Teller | { readonly recovery: string }

/** The suggestions that wait, for the first of these who opened the box. `none`: nothing waits. */
export async function waitingSuggestions(
  store: BallotStore,
  releasers: readonly Releaser[],
): Promise<Result<readonly string[], LockFault | 'none'>> {
  const kept = store.suggestions()
  if (kept?.state !== 'pending') return failure('none')
  let fault: LockFault = 'unknown'
  for (const by of releasers) {
    const texts = await unlockSuggestions(kept.bytes, by, store.identity.box)
    if (texts.ok) return texts
    if (fault === 'unknown') fault = texts.error
  }
  return failure(fault)
}

/** Releases the waiting suggestions at these places (of the order in which they wait), or all; the others are destroyed. */
export async function releaseSuggestions(
  store: BallotStore,
  releasers: readonly Releaser[],
  places: readonly number[] | 'all',
): Promise<Result<readonly string[], LockFault | 'none'>> {
  const waiting = await waitingSuggestions(store, releasers)
  if (!waiting.ok) return waiting
  const released = places === 'all' ? waiting.value : waiting.value.filter((_, place) => places.includes(place))
  await store.releaseSuggestions(Buffer.from(JSON.stringify(released)))
  return success(released)
}

/** The released suggestions in their shuffled order; none where nothing was released. */
export function releasedTexts(store: BallotStore): readonly string[] {
  const kept = store.suggestions()
  // Our own text, out of a checksummed record.
  return kept?.state === 'released' ? JSON.parse(Buffer.from(kept.bytes).toString('utf8')) : []
}
