import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'

export type Coverage = {
  /** How many places of our own code were run for the first time since the last question. */
  readonly fresh: () => Promise<number>
  /** How many in all. */
  readonly reached: () => number
  readonly stop: () => Promise<void>
}

/** Asks V8 itself which blocks of `shared/` and `electron/` run: no instrumented build, no other program. */
export async function startCoverage(): Promise<Coverage> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  // Counts start anew with each question; `detailed`: blocks, not only functions.
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const known = new Set<string>()
  return {
    fresh: async () => {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      const before = known.size
      for (const script of result) if (isOurs(script)) for (const place of placesRun(script)) known.add(place)
      return known.size - before
    },
    reached: () => known.size,
    stop: async () => {
      await session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}

function isOurs({ url }: Profiler.ScriptCoverage): boolean {
  return /\/(shared|electron)\//.test(url) && !url.includes('/node_modules/')
}

function placesRun({ scriptId, functions }: Profiler.ScriptCoverage): string[] {
  return functions.flatMap(({ ranges }) =>
    ranges.flatMap(({ startOffset, endOffset, count }) =>
      count > 0 ? [`${scriptId}:${startOffset}-${endOffset}`] : [],
    ),
  )
}
