import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startStation } from '#electron/host/station/station.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import { DISK_WORKER } from '#electron/host/urn/disk-thread.ts'
import { openUrnFile, type UrnFile } from '#electron/host/urn/urn-file.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { buildVote, fillUrn, openStore, sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'

/** A sealed box as the bytes of its file, and a vote for each of its slips: the same election, held again in every round. */
export type VotedBox = {
  readonly image: Uint8Array
  readonly box: PublicBox
  readonly votes: readonly Uint8Array[]
}

export async function votedBox(slips: number): Promise<VotedBox> {
  return inFolder(async path => {
    const setUp = buildSetUp({ groups: [{ id: 'A', name: '代表', slips }] })
    const file = await openUrnFile(path, { create: true })
    const made = await fillUrn(file, setUp)
    const store = await openStore(file)
    const box = await sealForVoters(store, setUp)
    await store.release()
    const first = setUp.instructors[0]?.id ?? ''
    const indicator = setUp.indicators[0]?.id ?? ''
    const votes = made.map(slip => buildVote(box, slip.digits, { marks: { [first]: { [indicator]: 'excellent' } } }))
    return { image: await readFile(path), box, votes }
  })
}

/** Runs the station on a new copy of the box, on this computer's disk; `flushMs` makes every flush take at least so long. */
export async function withStation<T>(voted: VotedBox, flushMs: number, use: (url: string) => Promise<T>): Promise<T> {
  return inFolder(async path => {
    await writeFile(path, voted.image, { flush: true })
    const file = await openUrnFile(path, { create: false, thread: DISK_WORKER })
    const store = await openStore(slowed(file, flushMs))
    const started = await startStation({
      store,
      box: voted.box,
      host: '127.0.0.1',
      port: 0,
      page: PLAIN_PAGE,
      names: [],
      onBug: name => process.stderr.write(`${name}\n`),
    })
    if (!started.ok) throw new Error(started.error)
    try {
      return await use(started.value.url)
    } finally {
      await started.value.stop()
      await store.release()
    }
  })
}

/** The disk as it is, or with `flushMs` one of which only the time of a flush is simulated. */
export function slowed(file: UrnFile, flushMs: number): UrnFile {
  if (flushMs === 0) return file
  return {
    ...file,
    run: async steps => {
      let done = 0
      while (done < steps.length) {
        const flush = steps.indexOf('flush', done)
        const upTo = flush < 0 ? steps.length : flush
        const ran = await file.run(steps.slice(done, upTo))
        if (ran.error) return { done: done + ran.done, error: ran.error }
        if (flush >= 0) await pause(flushMs)
        done = upTo + 1
      }
      return { done: steps.length, error: null }
    },
  }
}

export async function inFolder<T>(use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-bench-'))
  try {
    return await use(join(folder, 'box.urn'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
