import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type StationProcess = {
  readonly url: string
  /** Ends it as a power cut would: no signal handler, nothing flushed. */
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** `pingyi box serve …` or `pingyi hub serve …` as a process of its own, answering; null where it did not start. */
export async function startStationProcess(serve: readonly string[]): Promise<StationProcess | null> {
  const command = join(import.meta.dirname, '..', 'main.ts')
  const child = spawn(process.execPath, [command, ...serve], { stdio: ['ignore', 'pipe', 'ignore'] })
  // Should the demo end before it, the station would go on for ever.
  process.once('exit', () => child.kill('SIGKILL'))
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')])) as unknown[]
  if (typeof line !== 'string') return null
  const { url } = JSON.parse(line) as { readonly url: string }
  return { url, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
