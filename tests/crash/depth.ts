/** How thoroughly the rigs search: 1 in `npm test`; a deep run sets more (`PINGYI_DEPTH=10`) and repeats with other seeds. */
export const DEPTH = Math.max(1, Number(process.env['PINGYI_DEPTH'] ?? '1'))

/** The depth of `npm run prove`. */
export const FULL_DEPTH = 10

/** A number of runs: `quick` in `npm test`, `full` in `npm run prove`, in proportion between and beyond. */
export function scaled(quick: number, full: number): number {
  return Math.round(quick + ((full - quick) * (DEPTH - 1)) / (FULL_DEPTH - 1))
}

/** Milliseconds that a long rig may take before it counts as hung: on a busy machine, with all its runs. */
export const PATIENCE = scaled(600_000, 3_600_000)
