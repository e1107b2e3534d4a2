/**
 * Shares of a whole in tenths of a percent that total 1000 exactly: each share is rounded down, then the missing
 * tenths go to the largest remainders, the earlier one first among equals. `null` where the counts total 0.
 * Counts are whole and not negative. Source: SCORING.md rule 10.
 */
export function tenthsOfPercent(counts: readonly number[]): readonly number[] | null {
  const whole = counts.reduce((total, count) => total + BigInt(count), 0n)
  if (whole === 0n) return null
  const shares = counts.map((count, index) => {
    const scaled = BigInt(count) * 1000n
    return { index, tenths: Number(scaled / whole), remainder: scaled % whole }
  })
  const missing = 1000 - shares.reduce((total, share) => total + share.tenths, 0)
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  const raised = new Set(byRemainder.slice(0, missing).map(share => share.index))
  return shares.map(share => share.tenths + (raised.has(share.index) ? 1 : 0))
}

/** Tenths of a percent as printed: 343 → `34.3`. */
export function tenthsText(tenths: number): string {
  return `${Math.trunc(tenths / 10)}.${tenths % 10}`
}
