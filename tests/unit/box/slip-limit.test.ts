import { expect, test } from 'vitest'
import { slipLimit } from '#electron/host/station/slip-limit.ts'

// Catches: what a hundred thousand voters leave in the station's memory; a phone gone wild that is forgotten with them.
test('forgets slips shown once, and never one that is at its limit', () => {
  const mayShow = slipLimit()
  for (let turn = 0; turn < 300; turn++) expect(mayShow('wild', 0)).toBe(true)
  for (let voter = 0; voter < 30_000; voter++) expect(mayShow(`slip-${voter}`, voter / 1_000)).toBe(true)
  expect(mayShow('wild', 30)).toBe(false)
  for (let voter = 0; voter < 30_000; voter++) expect(mayShow(`later-${voter}`, 5_000)).toBe(true)
  expect(mayShow('wild', 5_000)).toBe(true)
})
