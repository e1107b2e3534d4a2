import type { CastOutcome } from '#electron/host/urn/ballot-store.ts'
import type { CastMessage } from '#shared/domain/ballot/cast/cast-message.ts'

/** A vote that is sent again by itself comes within seconds: so many of the latest are remembered. */
const KEPT = 10_000

/** Casts a vote; `own`: the slip had voted, and with this very vote. */
export type CastOwn = (vote: CastMessage, cast: () => Promise<CastOutcome>) => Promise<CastOutcome | 'own'>

/**
 * Tells a vote that comes twice from another phone's with the same slip, in memory only. Browsers and proxies send a
 * request again by themselves when a connection breaks under it: the page then hears of its own vote that the slip had
 * voted. The phone's number for its vote is random and stands neither in the ballot nor in the urn; nothing here leads to a slot.
 */
export function ownVotes(): CastOwn {
  const running = new Map<string, Promise<CastOutcome>>()
  const recorded = new Set<string>()
  const asOwn = (key: string, outcome: CastOutcome) =>
    outcome === 'already-recorded' && recorded.has(key) ? 'own' : outcome
  return async (vote, cast) => {
    const key = keyOf(vote)
    const same = running.get(key)
    if (same) {
      const outcome = await same
      return outcome === 'recorded' ? 'own' : asOwn(key, outcome)
    }
    const casting = cast()
    running.set(key, casting)
    try {
      const outcome = await casting
      if (outcome === 'recorded') keep(recorded, key)
      return asOwn(key, outcome)
    } finally {
      running.delete(key)
    }
  }
}

function keep(recorded: Set<string>, key: string): void {
  recorded.add(key)
  if (recorded.size <= KEPT) return
  const [oldest] = recorded
  if (oldest !== undefined) recorded.delete(oldest)
}

function keyOf({ proof, attempt }: CastMessage): string {
  return `${Buffer.from(proof).toString('base64')} ${Buffer.from(attempt).toString('base64')}`
}
