/** How often one slip may be shown: so many at once, and so many more every second. */
const AT_ONCE = 300
const PER_SECOND = 10

/**
 * Limits how often one slip is shown, in memory only: a phone gone wild, or one that somebody plays with, costs the
 * others nothing. Counts by slip, never by address; forgotten with the process. Times are a monotonic clock's
 * milliseconds, so that a jumping clock locks nobody out.
 */
export function slipLimit(): (slip: string, now: number) => boolean {
  const left = new Map<string, { tokens: number; at: number }>()
  return (slip, now) => {
    const before = left.get(slip) ?? { tokens: AT_ONCE, at: now }
    const tokens = Math.min(AT_ONCE, before.tokens + (Math.max(0, now - before.at) / 1_000) * PER_SECOND)
    const allowed = tokens >= 1
    left.set(slip, { tokens: allowed ? tokens - 1 : tokens, at: now })
    return allowed
  }
}
