import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..')

export type RunningHost = {
  /** With the token, as it is shown at the start. */
  readonly url: string
  /** Where the sheets are printed to. */
  readonly documents: string
  readonly data: string
  readonly stop: () => Promise<void>
}

/** A real browser-mode host on a free port, with a data folder of its own or over one that outlives it. */
export async function startHost(kept?: string, port = 0): Promise<RunningHost> {
  const data = kept ?? (await mkdtemp(join(tmpdir(), 'pingyi-e2e-')))
  const start = join(root, 'electron', 'node-host', 'start.ts')
  const child = spawn(process.execPath, [start, '--browser', '--port', String(port), '--data', data, '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stderr.on('data', chunk => said.push(chunk))
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the host ended at its start:\n${Buffer.concat(said)}`)
  })
  const [url] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])
  ended.catch(() => undefined)
  return {
    url: String(url),
    documents: join(data, 'documents'),
    data,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      if (kept === undefined) await rm(data, { recursive: true, force: true })
    },
  }
}
