import { getPriority, platform } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const MODULE = new URL('../../../electron/host/sheets/give-way.ts', import.meta.url).href
const CODE = `
import { readlinkSync } from 'node:fs'
import { getPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { giveWay } from ${JSON.stringify(MODULE)}
giveWay()
let own = getPriority()
try { own = getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1))) } catch {}
parentPort.postMessage(own)
`

// A number that is the process's would slow down the station and the window's own host with it.
it('lowers the priority of its own thread and of no other', async () => {
  const before = getPriority()
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(CODE)}`))
  const own = await new Promise<unknown>((resolve, reject) => worker.once('message', resolve).once('error', reject))
  expect(own).toBe(platform() === 'linux' ? Math.max(before, 10) : before)
  expect(getPriority()).toBe(before)
})
