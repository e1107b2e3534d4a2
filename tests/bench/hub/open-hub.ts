import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { memoryOf } from './process-memory.ts'

const MAIN = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))

export type OpenedHub = { readonly seconds: number; readonly memoryMB: number; readonly valid: number }

/** `pingyi hub open` in a process of its own: how long, how much memory at most, how many valid ballots it counted. */
export async function openHubBoxInProcess(url: string): Promise<OpenedHub> {
  const start = performance.now()
  const child = spawn(process.execPath, [MAIN, 'hub', 'open', '--tellers', '-', '--json'], {
    env: { ...process.env, PINGYI_HUB: url },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  let memoryMB = 0
  const watch = setInterval(() => {
    const now = memoryOf(child.pid ?? 0, 'VmHWM')
    if (now > memoryMB) memoryMB = now
  }, 100)
  const said: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => said.push(bytes))
  child.stdin.end(JSON.stringify({ tellers: TELLERS }))
  const [code] = await once(child, 'close')
  clearInterval(watch)
  if (code !== 0) throw new Error(`hub open ended with ${code}`)
  const { groups }: BoxCounts = JSON.parse(Buffer.concat(said).toString('utf8'))
  const valid = groups.reduce((sum, group) => sum + group.returned - group.void, 0)
  return { seconds: (performance.now() - start) / 1_000, memoryMB, valid }
}
