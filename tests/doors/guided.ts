import { expect } from 'vitest'
import { seeded } from '#tests/crash/seeded.ts'
import { record } from '#tests/prove/record.ts'
import { startCoverage } from './coverage.ts'
import { type Outcome, SEED, told } from './door.ts'
import { below, type Draw } from './mutate.ts'

/**
 * Tries a door with changes upon changes: an input that runs code which no input ran before is kept and changed further, so
 * that the search gets past one check to the next. For doors that are many checks deep and cheap to ask.
 */
export async function tryGuided<Input>(
  name: string,
  inputs: number,
  seeds: readonly [Input, ...Input[]],
  change: (input: Input, draw: Draw) => Input,
  act: (input: Input) => Outcome,
): Promise<void> {
  const draw = seeded(SEED)
  const kept = [...seeds]
  const coverage = await startCoverage()
  const sum = { inputs: 0, read: 0, refused: 0, crashes: 0 }
  try {
    for (const seed of seeds) act(seed)
    await coverage.fresh()
    const start = coverage.reached()
    for (let left = inputs; left > 0; left--) {
      // Half the time one of the last that were kept: they are the deepest.
      const from = draw() < 0.5 ? Math.max(0, kept.length - 8) : 0
      const input = change(kept[from + below(kept.length - from, draw)] ?? seeds[0], draw)
      sum.inputs++
      try {
        sum[act(input)]++
      } catch (error) {
        sum.crashes++
        throw new Error(`${name}, input ${sum.inputs} of seed ${SEED}: ${told(input)}`, { cause: error })
      }
      if ((await coverage.fresh()) > 0) kept.push(input)
    }
    record(`doors: ${name}`, { places: coverage.reached(), found: coverage.reached() - start, kept: kept.length })
    // Without guidance there would be nothing to keep: then the question to V8 is broken.
    expect(kept.length).toBeGreaterThan(seeds.length)
  } finally {
    await coverage.stop()
    record(`doors: ${name}`, sum)
  }
  expect([sum.read > 0, sum.refused > 0], `${name}: ${JSON.stringify(sum)}`).toEqual([true, true])
}
