import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = join(import.meta.dirname, 'baseline.json')
const ratios = z.record(z.string(), z.number())
const schema = z.partialRecord(z.enum(['quick', 'full']), z.record(z.string(), ratios))

/** How much of a ratio may be lost before it is marked: other work on the machine takes less. */
const TOLERATED = 0.2

export type Mode = 'quick' | 'full'
/** Ratios by name. */
export type Ratios = Readonly<Record<string, number>>

/**
 * The committed ratios of a part in the same mode, none before the first: those of the last run that was kept (`--keep`), or
 * the middle of several, which a lucky or unlucky one does not move.
 */
export function baselineOf(mode: Mode, part: string): Ratios {
  return read()[mode]?.[part] ?? {}
}

/** Replaces the committed ratios of these parts in this mode. */
export function keepBaseline(mode: Mode, parts: Readonly<Record<string, Ratios>>): void {
  const before = read()
  writeFileSync(FILE, `${JSON.stringify({ ...before, [mode]: { ...before[mode], ...parts } }, null, 2)}\n`)
}

/** By how much a ratio changed against the baseline, −0.25 for a quarter worse; null where there is none to compare with. */
export function changeOf(before: Ratios, name: string, ratio: number): number | null {
  const old = before[name]
  return old === undefined ? null : ratio / old - 1
}

/** Whether a change is a regression. */
export function isWorse(change: number | null): boolean {
  return change !== null && change < -TOLERATED
}

function read(): z.infer<typeof schema> {
  return existsSync(FILE) ? schema.parse(JSON.parse(readFileSync(FILE, 'utf8'))) : {}
}
