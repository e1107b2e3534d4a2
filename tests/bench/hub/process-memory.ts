import { readFileSync } from 'node:fs'

/** A process's memory in megabytes as Linux tells it, now (`VmRSS`) or at its most (`VmHWM`); NaN where it is not told. */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  try {
    const line = new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(line?.[1] ?? Number.NaN) / 1_000
  } catch {
    // Gone, or another system.
    return Number.NaN
  }
}
