import { afterAll, expect } from 'vitest'
import { seeded } from '#tests/crash/seeded.ts'
import { record } from '#tests/prove/record.ts'
import type { Draw } from './mutate.ts'

/** What became of an input: taken in, or refused in so many words. */
export type Outcome = 'read' | 'refused'

/** The same inputs every time; another set of them with `PINGYI_SEED`. */
export const SEED = Number(process.env['PINGYI_SEED'] ?? '20261122')

/**
 * Tries one door with so many inputs, drawn from a seed. `act` throws where the door crashed, or let in what it should
 * not: the input is then told whole, to be kept as a regression test. A door that takes nothing or refuses nothing was
 * not tried at all.
 */
export async function tryDoor<Input>(
  name: string,
  inputs: number,
  make: (draw: Draw) => Input,
  act: (input: Input) => Outcome | Promise<Outcome>,
): Promise<void> {
  const draw = seeded(SEED)
  const sum = { inputs: 0, read: 0, refused: 0, crashes: 0 }
  try {
    for (let left = inputs; left > 0; left--) {
      const input = make(draw)
      sum.inputs++
      try {
        sum[await act(input)]++
      } catch (error) {
        sum.crashes++
        throw new Error(`${name}, input ${sum.inputs} of seed ${SEED}: ${told(input)}`, { cause: error })
      }
    }
  } finally {
    record(`doors: ${name}`, sum)
  }
  expect([sum.read > 0, sum.refused > 0], `${name}: ${JSON.stringify(sum)}`).toEqual([true, true])
}

export function told(input: unknown): string {
  if (input instanceof Uint8Array) return `base64 ${Buffer.from(input).toString('base64')}`
  return JSON.stringify(input)
}

/** Call it once in each file: nothing that came in may have changed what all objects inherit. */
export function guardPrototypes(): void {
  const before = [Object.prototype, Array.prototype, String.prototype].map(names)
  afterAll(() => {
    expect([Object.prototype, Array.prototype, String.prototype].map(names)).toEqual(before)
  })
}

function names(prototype: object): string {
  return Reflect.ownKeys(prototype).map(String).sort().join()
}
