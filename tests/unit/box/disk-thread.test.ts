import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBox } from '#electron/host/box/create-box.ts'
import { DISK_WORKER, startDiskThread } from '#electron/host/urn/disk-thread.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { openUrnFile, PINNED } from '#electron/host/urn/urn-file.ts'
import { buildVote, partsOf, sealForVoters } from './build-box.ts'
import { buildSetUp } from './build-set-up.ts'

// The thread that writes the urn while people vote: real files, a real full disk, a thread that really ends.

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-disk-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const write = (position: number, text: string) => ({ position, bytes: Buffer.from(text) })

// Catches: steps left out, done in another order, or answered before they are done; a list that overtakes another.
test('does list after list, step after step', async () => {
  const path = join(folder, 'file')
  const file = await openUrnFile(path, { create: true, thread: DISK_WORKER })
  const lists = [
    [write(0, 'aaaaaa'), write(2, 'bb'), 'flush'],
    [write(5, 'c'), 'flush', 'pin-time'],
  ] as const
  const ran = lists.map(async steps => ({ ...(await file.run(steps)), file: await readFile(path, 'utf8') }))
  expect(await Promise.all(ran)).toEqual([
    { done: 3, error: null, file: expect.stringMatching(/^aabba[ac]$/) },
    { done: 3, error: null, file: 'aabbac' },
  ])
  expect((await stat(path)).mtimeMs).toBe(PINNED.getTime())
  await file.close()
  await expect(file.run(['flush'])).rejects.toThrow('has ended')
})

// Catches: a full disk taken for a bug, or for a success; steps done after the one that failed; the count of those before.
test.each([undefined, DISK_WORKER])('stops where the disk is full (thread: %s)', async thread => {
  const file = await openUrnFile('/dev/full', { create: false, thread })
  // Of nothing there is always room; its times are its owner's alone to set.
  const ran = await file.run([write(0, ''), write(0, 'a'), write(1, 'b')])
  expect(ran).toMatchObject({ done: 1, error: { code: 'ENOSPC' } })
  // The file is as usable as before.
  expect(await file.run([write(0, ''), write(0, '')])).toEqual({ done: 2, error: null })
  await file.close()
})

// Catches: a meeting that cannot begin because a thread's file is not where a bundler should have put it.
test.each(['./no-such-worker.ts', './idle-worker.ts'])(
  'goes on without its thread where %s cannot start',
  async name => {
    const path = join(folder, 'file')
    const file = await openUrnFile(path, { create: true, thread: new URL(name, import.meta.url) })
    expect(await file.run([write(0, 'abc'), 'flush'])).toEqual({ done: 2, error: null })
    expect(await readFile(path, 'utf8')).toBe('abc')
    await file.close()
  },
)

// Catches: a vote that waits for ever, or is acknowledged, because the thread is gone.
test('tells whoever waits that the thread has ended', async () => {
  const handle = await open(join(folder, 'file'), 'wx+')
  const thread = await startDiskThread(handle.fd, new URL('./ending-worker.ts', import.meta.url))
  const both = [thread?.run([write(0, 'a')]), thread?.run(['flush'])]
  for (const ran of both) await expect(ran).rejects.toThrow('has ended')
  await expect(thread?.run(['flush'])).rejects.toThrow('has ended')
  await thread?.end()
  await handle.close()
})

// Catches: votes lost or doubled on the thread's way to the disk, a box that stays locked or its thread alive after release.
test('takes the votes of a box that is read without it afterwards', async () => {
  const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: 40 }] })
  const urn = join(folder, 'm.urn')
  const created = await createBox(setUp, { urn, slips: null }, secureRandom)
  const store = await openUrn(urn, DISK_WORKER)
  if (!created.ok || !store.ok) throw new Error('no box')
  const box = await sealForVoters(store.value, setUp)
  const votes = created.value.map(slip => partsOf(box, buildVote(box, slip.digits, { marks: {} })))
  const twice = [...votes, ...votes]
  const outcomes = await Promise.all(twice.map(({ proof, sealed }) => store.value.cast(proof, sealed)))
  expect(outcomes.filter(outcome => outcome === 'recorded')).toHaveLength(40)
  expect(outcomes.filter(outcome => outcome === 'already-recorded')).toHaveLength(40)
  await store.value.release()
  const again = await openUrn(urn)
  if (!again.ok) throw new Error(again.error.code)
  const [group] = await Array.fromAsync(again.value.readSealed())
  const hex = (sealed: readonly Uint8Array[]) => sealed.map(bytes => Buffer.from(bytes).toString('hex')).sort()
  expect(hex(group?.sealed ?? [])).toEqual(hex(votes.map(({ sealed }) => sealed)))
  await again.value.release()
})
