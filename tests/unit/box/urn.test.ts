import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createBox } from '#electron/host/box/create-box.ts'
import { groupCommit } from '#electron/host/urn/group-commit.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { openTwin, twinBytes } from '#electron/host/urn/twin.ts'
import { MemoryDisk } from '#tests/crash/memory-disk.ts'
import { buildVote, fillUrn, openStore, partsOf, sealForVoters, slipsOf } from './build-box.ts'
import { buildSetUp } from './build-set-up.ts'

const setUp = buildSetUp()

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-urn-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('a record that is kept twice', () => {
  const place = { position: 0, bytes: twinBytes(100), name: 'record' }

  // Catches: the older copy preferred after an interruption.
  test('is the newest whole copy', async () => {
    const disk = new MemoryDisk(new Uint8Array(2 * place.bytes), 1)
    const twin = await openTwin(disk.file(), place)
    expect(twin.payload()).toBeNull()
    await twin.write(Uint8Array.of(1))
    disk.trouble({ kind: 'stop', at: 3 })
    await twin.write(Uint8Array.of(2)).catch(() => undefined)
    const again = await openTwin(new MemoryDisk(disk.image, 1).file(), place)
    expect(again.payload()).toEqual(Uint8Array.of(2))
    expect(again.intact()).toBe(false)
  })

  // Catches: a copy of another record, or of another box's, that passes because its checksum fits.
  test('is not another record put in its place', async () => {
    const disk = new MemoryDisk(new Uint8Array(2 * place.bytes), 1)
    await (await openTwin(disk.file(), place)).write(Uint8Array.of(1))
    expect((await openTwin(disk.file(), { ...place, name: 'another' })).payload()).toBeNull()
  })

  test('refuses a payload that does not fit, before anything is written', async () => {
    const disk = new MemoryDisk(new Uint8Array(2 * place.bytes), 1)
    const twin = await openTwin(disk.file(), place)
    await twin.write(Uint8Array.of(1))
    await expect(twin.write(new Uint8Array(place.bytes))).rejects.toThrow(RangeError)
    expect((await openTwin(disk.file(), place)).payload()).toEqual(Uint8Array.of(1))
  })
})

describe('a batch', () => {
  // Catches: a vote that waits for others to come, or one commit for every vote.
  test('starts at once with what is there; what comes meanwhile goes together', async () => {
    const batches: string[][] = []
    const gates: (() => void)[] = []
    const commits = groupCommit<string, string>(async batch => {
      batches.push([...batch])
      await new Promise<void>(resolve => {
        gates.push(resolve)
      })
      return batch.map(vote => `${vote}!`)
    }, 3)
    const answers = Promise.all(['a', 'b', 'c', 'd', 'e'].map(vote => commits.add(vote)))
    expect(batches).toEqual([['a']])
    for (let batch = 0; batch < 3; batch++) {
      gates[batch]?.()
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']])
    expect(await answers).toEqual(['a!', 'b!', 'c!', 'd!', 'e!'])
    await commits.idle()
  })

  test('that fails refuses its own and lets the next through', async () => {
    let runs = 0
    const commits = groupCommit<number, number>(async batch => {
      if (++runs === 1) throw new Error('a bug')
      return batch
    }, 10)
    await expect(commits.add(1)).rejects.toThrow('a bug')
    expect(await commits.add(2)).toBe(2)
  })
})

describe('an urn', () => {
  async function buildOpen() {
    const disk = new MemoryDisk(new Uint8Array(0), 1)
    const slips = await fillUrn(disk.file(), setUp)
    const store = await openStore(disk.file())
    return { disk, slips, store }
  }

  // Catches: a second ballot of one slip that replaces the first ("the first submit freezes the ballot").
  test('keeps the first of two different ballots of one slip', async () => {
    const { slips, store } = await buildOpen()
    const box = await sealForVoters(store, setUp)
    const code = slipsOf(slips, 'A')[0]?.digits ?? ''
    const marks = (mark: string) => ({ marks: { i01: { overall: mark } } })
    const votes = ['basic', 'excellent', 'competent'].map(mark => partsOf(box, buildVote(box, code, marks(mark))))
    const first = votes[0]
    const outcomes = await Promise.all([...votes, ...votes].map(({ proof, sealed }) => store.cast(proof, sealed)))
    expect(outcomes).toEqual(['recorded', ...Array.from({ length: 5 }, () => 'already-recorded')])
    await store.close()
    expect((await Array.fromAsync(store.readSealed()))[0]?.sealed).toEqual([first?.sealed])
  })

  // Catches: with company in the same batch, the later of two taken.
  test('keeps the first also within one batch', async () => {
    const { slips, store } = await buildOpen()
    const box = await sealForVoters(store, setUp)
    const [one, other] = slipsOf(slips, 'A').map(slip => slip.digits)
    const vote = (code: string | undefined, mark: string) =>
      partsOf(box, buildVote(box, code ?? '', { marks: { i01: { overall: mark } } }))
    const all = [vote(other, 'basic'), vote(one, 'basic'), vote(one, 'excellent')]
    const outcomes = await Promise.all(all.map(({ proof, sealed }) => store.cast(proof, sealed)))
    expect(outcomes).toEqual(['recorded', 'recorded', 'already-recorded'])
    await store.close()
    const sealed = (await Array.fromAsync(store.readSealed()))[0]?.sealed.map(bytes =>
      Buffer.from(bytes).toString('hex'),
    )
    expect(sealed).not.toContain(Buffer.from(all[2]?.sealed ?? '').toString('hex'))
  })

  test('takes no votes before it is sealed, nor unknown slips, nor ballots of another size', async () => {
    const { slips, store } = await buildOpen()
    expect(await store.cast(new Uint8Array(32), new Uint8Array(112))).toBe('closed')
    const box = await sealForVoters(store, setUp)
    const { proof, sealed } = partsOf(box, buildVote(box, slipsOf(slips, 'B')[0]?.digits ?? '', { marks: {} }))
    expect(await store.cast(secureRandom(32), sealed)).toBe('unknown-slip')
    expect(await store.cast(proof, sealed.slice(1))).toBe('bad-request')
    expect(await store.participate(proof)).toBe('unused')
    expect(await store.cast(proof, sealed)).toBe('recorded')
    expect(await store.participate(proof)).toBe('used')
  })

  // Catches: a ballot in another group's range, where its group would not open it.
  test('puts each group’s ballots into its own slots, up to the last slip', async () => {
    const { slips, store } = await buildOpen()
    const box = await sealForVoters(store, setUp)
    for (const { digits, group } of slips) {
      const ballot = group === 'D' ? { marks: {}, self: 'i01' } : { marks: {} }
      const { proof, sealed } = partsOf(box, buildVote(box, digits, ballot))
      expect(await store.cast(proof, sealed)).toBe('recorded')
    }
    expect([...store.filled()]).toEqual(setUp.groups.map(({ id, slips: count }) => [id, count]))
  })

  // Catches: bytes that tell a free slot from a filled one, or an urn whose size tells how many have voted.
  test('has its full size from the start', async () => {
    const { disk, slips, store } = await buildOpen()
    const size = disk.image.length
    const box = await sealForVoters(store, setUp)
    const { proof, sealed } = partsOf(box, buildVote(box, slipsOf(slips, 'A')[0]?.digits ?? '', { marks: {} }))
    await store.cast(proof, sealed)
    await store.close()
    await store.destroy(Buffer.from('{}'), null)
    expect(disk.image).toHaveLength(size)
  })

  test('is sealed once', async () => {
    const { store } = await buildOpen()
    await sealForVoters(store, setUp)
    const seal = store.seal()
    expect(await store.sealWith(Buffer.from('another'))).toBe(false)
    expect(store.seal()).toEqual(seal)
  })
})

describe('files', () => {
  const paths = () => ({ urn: join(folder, 'box.urn'), slips: join(folder, 'slips.json') })

  test('an urn of today looks like one of any day, before and after', async () => {
    expect(await createBox(setUp, paths(), secureRandom)).toMatchObject({ ok: true })
    const created = await stat(paths().urn)
    const store = await openUrn(paths().urn)
    if (!store.ok) throw new Error(store.error.code)
    await sealForVoters(store.value, setUp)
    await store.value.release()
    const sealed = await stat(paths().urn)
    for (const times of [created, sealed]) {
      expect(times.mtime.toISOString()).toBe('2000-01-01T00:00:00.000Z')
      expect(times.atime.toISOString()).toBe('2000-01-01T00:00:00.000Z')
      expect(times.mode & 0o777).toBe(0o600)
    }
  })

  // Catches: a meeting's urn overwritten by a second `create`, or half of a pair left behind.
  test.each(['urn', 'slips'] as const)('nothing is overwritten or left where the %s exists', async taken => {
    await writeFile(paths()[taken], 'mine')
    const created = await createBox(setUp, paths(), secureRandom)
    expect(created).toEqual({ ok: false, error: { code: 'exists', place: paths()[taken] } })
    const other = taken === 'urn' ? paths().slips : paths().urn
    await expect(stat(other)).rejects.toThrow('ENOENT')
    expect((await stat(paths()[taken])).size).toBe(4)
  })

  test('a folder that is not there is told, and nothing is left', async () => {
    const urn = join(folder, 'none', 'box.urn')
    expect(await createBox(setUp, { ...paths(), urn }, secureRandom)).toMatchObject({ ok: false })
    await expect(stat(paths().slips)).rejects.toThrow('ENOENT')
  })

  // Catches: two owners in one process (two windows of the app), a lock that is kept after an opening that failed.
  test('one owner at a time; the next when it is released', async () => {
    await createBox(setUp, paths(), secureRandom)
    const first = await openUrn(paths().urn)
    expect(first.ok).toBe(true)
    expect(await openUrn(paths().urn)).toEqual({ ok: false, error: { code: 'in-use' } })
    if (first.ok) await first.value.release()
    const second = await openUrn(paths().urn)
    expect(second.ok).toBe(true)
    if (second.ok) await second.value.release()
  })

  test('a file that is no urn is not touched, and no lock is put beside it', async () => {
    const notes = join(folder, 'notes.txt')
    await writeFile(notes, 'notes')
    expect(await openUrn(notes)).toMatchObject({ ok: false, error: { code: 'not-an-urn' } })
    await expect(stat(`${notes}.lock`)).rejects.toThrow('ENOENT')
    expect(await openUrn(join(folder, 'none'))).toEqual({ ok: false, error: { code: 'not-found' } })
    expect(await openUrn(folder)).toEqual({ ok: false, error: { code: 'not-an-urn' } })
  })
})
