import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepCompiledCode } from '#electron/host/compile-cache.ts'
import { createPreviews } from '#electron/host/sheets/previews.ts'
import { printSheets } from '#electron/host/sheets/print-sheets.ts'
import { createSheetWorkers, type SheetWorkers } from '#electron/host/sheets/sheet-workers.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { bigYear } from './big-year.ts'

export type Printed = {
  /** From the call to the last file, for each sheet. */
  readonly msEach: number
  /** From the call to the first file. */
  readonly firstMs: number
  /** The process's most memory. */
  readonly megabytes: number
}

export type PrintingApp = {
  /** Prints so many sheets as separate files by so many workers. */
  readonly print: (sheets: number, workers: 1 | 2) => Promise<Printed>
  /** Milliseconds from asking for a preview of everybody's 登记表 to its first page, so many times; everybody's was seen once. */
  readonly previews: (times: number) => Promise<readonly number[]>
  readonly close: () => void
}

type Call = { readonly print: number; readonly workers: number } | { readonly previews: number }

/**
 * The app's printing in a process of its own. `cold`: the workers are started by the call, as by the command line. `warm`:
 * they are up and have warmed up, as they are when the print page has been open for a few seconds, and have printed nothing.
 */
export async function openPrinting(state: 'cold' | 'warm'): Promise<PrintingApp> {
  const child = fork(fileURLToPath(import.meta.url), [state], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await answer(child)
  const ask = async <T>(call: Call): Promise<T> => {
    child.send(call)
    return (await answer(child)) as T
  }
  return {
    print: (sheets, workers) => ask({ print: sheets, workers }),
    previews: times => ask({ previews: times }),
    close: () => {
      if (child.connected) child.disconnect()
    },
  }
}

async function answer(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController()
  const died = once(child, 'exit', { signal: gone.signal }).then(() => Promise.reject(new Error('the printing ended')))
  const [told] = await Promise.race([once(child, 'message', { signal: gone.signal }), died])
  died.catch(() => undefined)
  gone.abort()
  return told
}

async function serve(isWarm: boolean): Promise<void> {
  // As `npm start` and the command do.
  keepCompiledCode()
  const workers = isWarm ? createSheetWorkers(undefined) : undefined
  await workers?.prepare()
  process.on('message', async (call: Call) => {
    const told =
      'print' in call ? await printed(call.print, call.workers, workers) : await previewed(call.previews, workers)
    process.send?.(told)
  })
  process.on('disconnect', () => process.exit())
  process.send?.('up')
}

async function printed(sheets: number, workers: number, lent: SheetWorkers | undefined): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-bench-'))
  try {
    const evaluation = bigYear(sheets)
    const began = performance.now()
    let first = 0
    const result = await printSheets({
      evaluation,
      forms: ['evaluation-record'],
      instructors: null,
      folder,
      workers,
      lent,
      onProgress: () => {
        first ||= performance.now() - began
      },
    })
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    const msEach = (performance.now() - began) / sheets
    return { msEach, firstMs: first, megabytes: process.resourceUsage().maxRSS / 1024 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const PEOPLE = 60

async function previewed(times: number, lent: SheetWorkers | undefined): Promise<readonly number[]> {
  if (!lent) throw new Error('previews are of the warm app')
  const handlers = createPreviews(lent)
  const asked = { evaluation: writeEvaluation(bigYear(PEOPLE)), forms: ['evaluation-record'], instructors: null }
  const look = async (index: number): Promise<number> => {
    const began = performance.now()
    const preview = await handlers['sheets.preview'](asked)
    const page = preview.ok
      ? await handlers['sheets.previewed']({ preview: preview.data.preview, index: index % PEOPLE })
      : null
    if (!page?.ok) throw new Error('no preview')
    return performance.now() - began
  }
  for (let index = 0; index < PEOPLE; index++) await look(index)
  const took: number[] = []
  for (let index = 0; index < times; index++) took.push(await look(index))
  return took
}

if (import.meta.main) await serve(process.argv[2] === 'warm')
