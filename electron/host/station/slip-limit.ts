/** How often one slip may be shown: so many at once, and so many more every second. */
const AT_ONCE = 300
const PER_SECOND = 10

/** Slips that are looked through for such as need not be remembered; then again at twice as many as were left. */
const SWEEP = 10_000

/**
 * Limits how often one slip is shown, in memory only: a phone gone wild, or one that somebody plays with, costs the
 * others nothing. Counts by slip, never by address; forgotten with the process. Times are a monotonic clock's
 * milliseconds, so that a jumping clock locks nobody out.
 */
export function slipLimit(): (slip: string, now: number) => boolean {
  const left = new Map<string, Allowance>()
  let sweepAt = SWEEP
  return (slip, now) => {
    const tokens = tokensOf(left.get(slip) ?? { tokens: AT_ONCE, at: now }, now)
    const allowed = tokens >= 1
    left.set(slip, { tokens: allowed ? tokens - 1 : tokens, at: now })
    if (left.size >= sweepAt) {
      // Who may be shown as often as a slip never seen need not be remembered: a hundred thousand voters show theirs once.
      for (const [each, allowance] of left) if (tokensOf(allowance, now) === AT_ONCE) left.delete(each)
      sweepAt = Math.max(SWEEP, 2 * left.size)
    }
    return allowed
  }
}

type Allowance = { readonly tokens: number; readonly at: number }

function tokensOf({ tokens, at }: Allowance, now: number): number {
  return Math.min(AT_ONCE, tokens + (Math.max(0, now - at) / 1_000) * PER_SECOND)
}
