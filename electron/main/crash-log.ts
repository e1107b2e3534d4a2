import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The log is begun anew beyond this, and the one before is kept. */
const MOST_BYTES = 256 * 1024

/**
 * Notes an error for whoever mends the program: when, which kind, where in the code. Never its message, which may quote a
 * name, a score or a passphrase; nothing of a ballot reaches this process's errors in any other way.
 */
export function noteCrash(file: string, at: Date, error: unknown): void {
  note(file, at, crashLines(error))
}

/** Notes that a page or a helper process went, by Electron's own words for what and why. */
export function noteGone(file: string, at: Date, what: string, reason: string): void {
  note(file, at, [`${what} gone: ${reason}`])
}

function note(file: string, at: Date, lines: readonly string[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(file, `${file}.1`)
    appendFileSync(file, `${[at.toISOString(), ...lines].join('\n  ')}\n`, { mode: 0o600 })
  } catch {
    // A full disk must not turn one error into two.
  }
}

/** The error's kind and the places of its stack, without a word of its message and without the user's folders. */
export function crashLines(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error]
  const frames = (error.stack ?? '').split('\n').flatMap(line => {
    const frame = /^\s+at (?:(.*) \()?(?:.*[\\/])?([^\\/]+:\d+:\d+)\)?$/.exec(line)
    return frame ? [[frame[1], frame[2]].filter(Boolean).join(' ')] : []
  })
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return [`${error.name}${code}`, ...frames.slice(0, 20)]
}
