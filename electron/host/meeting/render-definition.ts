import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { missingGlyphs, missingGlyphsLine } from '#shared/sheets/missing-glyphs.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'

/**
 * A definition, or several in one file each with its own page numbers, as a PDF's bytes, made in a thread of its own (a station may be running) and in memory alone: it may hold
 * slips' codes. Fails with one line where the font lacks a character. `worker` is the worker's file, where a bundler moved it.
 */
export async function renderDefinition(
  definition: Definition | readonly Definition[],
  worker: string | URL | undefined,
): Promise<Result<Uint8Array<ArrayBuffer>, readonly string[]>> {
  // Read when something is printed, not when the program starts.
  const { fontCoverage } = await import('#electron/host/sheets/font-coverage.ts')
  const lacking = missingGlyphs({ people: new Map(), common: true }, [definition].flat(), await fontCoverage())
  if (lacking.length > 0) return failure(lacking.map(missingGlyphsLine))
  const thread = new Worker(worker ?? new URL('./definition-worker.ts', import.meta.url))
  try {
    const answered = once(thread, 'message')
    thread.postMessage(definition)
    const [bytes] = (await answered) as [Uint8Array<ArrayBuffer>]
    return success(bytes)
  } finally {
    await thread.terminate()
  }
}
