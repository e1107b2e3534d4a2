/** So many at once, and so many more every second. */
export type Rate = { readonly atOnce: number; readonly perSecond: number }

/** A limit's memory is emptied when it holds this many: whoever makes up tokens gains nothing but a fresh start. */
const MOST = 20_000

/**
 * Limits how often something is done under one name (a token's hash), in memory only. Times are a monotonic clock's
 * milliseconds, so that a jumping clock locks nobody out.
 */
export function tokenLimit({ atOnce, perSecond }: Rate): (name: string, now: number) => boolean {
  const left = new Map<string, { readonly tokens: number; readonly at: number }>()
  return (name, now) => {
    const before = left.get(name) ?? { tokens: atOnce, at: now }
    const tokens = Math.min(atOnce, before.tokens + (Math.max(0, now - before.at) / 1_000) * perSecond)
    if (left.size >= MOST) left.clear()
    left.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
    return tokens >= 1
  }
}
