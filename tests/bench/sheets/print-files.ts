import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepCompiledCode } from '#electron/host/compile-cache.ts'
import { printSheets } from '#electron/host/sheets/print-sheets.ts'
import { bigYear } from './big-year.ts'

export type Printed = {
  /** All of it, from the call to the last file, for each sheet. */
  readonly msEach: number
  /** Once a half is done, the workers being warm. */
  readonly steadyMsEach: number
  /** From the call to the first file. */
  readonly startMs: number
  readonly megabytes: number
}

/** Prints so many sheets as separate files as the app does, in two workers of a process of its own; its most memory in all. */
export async function printFiles(sheets: number): Promise<Printed> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), String(sheets)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  for await (const chunk of child.stdout) out += String(chunk)
  return JSON.parse(out) as Printed
}

async function printHere(sheets: number): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-bench-'))
  // As `npm start` and the command do.
  keepCompiledCode()
  try {
    const evaluation = bigYear(sheets)
    const began = performance.now()
    const times: number[] = []
    const printed = await printSheets({
      evaluation,
      forms: ['evaluation-record'],
      instructors: null,
      folder,
      workers: 2,
      onProgress: () => times.push(performance.now() - began),
    })
    if (!printed.ok) throw new Error(JSON.stringify(printed.error))
    const [first = Number.NaN, last = Number.NaN] = [times[0], times.at(-1)]
    const half = Math.floor(times.length / 2)
    return {
      msEach: (performance.now() - began) / sheets,
      steadyMsEach: (last - (times[half] ?? first)) / (times.length - 1 - half),
      startMs: first,
      megabytes: process.resourceUsage().maxRSS / 1024,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) process.stdout.write(JSON.stringify(await printHere(Number(process.argv[2]))))
