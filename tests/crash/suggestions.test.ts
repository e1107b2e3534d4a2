import { beforeAll, describe, expect, test } from 'vitest'
import { unlockSuggestions } from '#electron/host/box/locked-suggestions.ts'
import { openBox } from '#electron/host/box/open-box.ts'
import { openBoxes } from '#electron/host/box/open-boxes.ts'
import { releasedTexts, releaseSuggestions } from '#electron/host/box/release-suggestions.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { sealedBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { openStore, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { scaled } from './depth.ts'
import { MemoryDisk, PowerCut, type Trouble } from './memory-disk.ts'
import { type PlantedBox, plantBox } from './planted-box.ts'

// PROMISES.md §2 with free words beside the ballots: the power goes, or the disk fails, at every operation.

const setUp = buildSetUp(
  { groups: [{ id: 'A', name: '组', slips: 5, paper: 1 }], minGroupBallots: 3, suggestions: true },
  { people: 5 },
)
const BALLOT = sealedBytes(publicMeeting(setUp))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

let planted: PlantedBox
let voted: Uint8Array
let counted: Uint8Array
const WORDS = ['第 0 条意见', '第 2 条意见']

const open = (store: BallotStore) =>
  openBox(store, TELLERS, { voidDamaged: false, random: secureRandom, progress: () => undefined })
const [first] = TELLERS

beforeAll(async () => {
  planted = await plantBox(setUp, index => (index % 2 === 0 ? `第 ${index} 条意见` : ''))
  const disk = new MemoryDisk(planted.image, 1)
  const store = await openStore(disk.file())
  for (const { proof, sealed } of planted.votes.slice(0, 4)) expect(await store.cast(proof, sealed)).toBe('recorded')
  await store.release()
  voted = disk.image
  await open(await openStore(disk.file()))
  counted = disk.image
})

/** Opens the urn on a disk in trouble; `null` where the disk fails already then. */
async function openAnyhow(disk: MemoryDisk): Promise<BallotStore | null> {
  const store = await openUrnOn(disk.file(), secureRandom)
  return store.ok ? store.value : null
}

/** Works on a disk in trouble; the power cut ends it. */
async function inTrouble(disk: MemoryDisk, trouble: Trouble, work: () => Promise<unknown>): Promise<void> {
  disk.trouble(trouble)
  try {
    await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (!(error instanceof PowerCut) && code !== 'EIO') throw error
  }
  disk.restart()
}

/** Every operation of some work, each with the power cut clean or torn, and with a disk that fails once or for good. */
async function atEveryOperation(
  image: () => Uint8Array,
  work: (disk: MemoryDisk) => Promise<unknown>,
  check: (disk: MemoryDisk) => Promise<void>,
): Promise<void> {
  const whole = new MemoryDisk(image(), 1)
  await work(whole)
  expect(whole.operations).toBeGreaterThan(8)
  for (let at = 1; at <= whole.operations; at++)
    for (let seed = 1; seed <= scaled(1, 8); seed++)
      for (const trouble of [
        { kind: 'stop' as const, at },
        { kind: 'tear' as const, at },
        { kind: 'fail' as const, at, code: 'EIO', times: 1 },
        { kind: 'fail' as const, at, code: 'EIO', times: 10_000 },
      ]) {
        const disk = new MemoryDisk(image(), 100 * at + seed)
        await inTrouble(disk, trouble, () => work(disk))
        await check(disk)
      }
}

describe('suggestions', () => {
  // Catches: a ballot whose suggestion is lost, or the other way round; an acknowledgement before both are safe.
  test('while votes are cast: ballot, suggestion and slip together, or none', async () => {
    const recorded = new Set<number>()
    const cast = async (disk: MemoryDisk) => {
      recorded.clear()
      const store = await openAnyhow(disk)
      if (!store) return
      for (const together of [[0], [1, 2, 1]])
        await Promise.all(
          together.map(async index => {
            const { proof, sealed } = planted.votes[index] ?? { proof: new Uint8Array(), sealed: new Uint8Array() }
            if ((await store.cast(proof, sealed)) === 'recorded') recorded.add(index)
          }),
        )
    }
    await atEveryOperation(
      () => planted.image,
      cast,
      async disk => {
        const store = await openStore(disk.file())
        const used = await Promise.all(
          planted.votes.map(async ({ proof }) => (await store.participate(proof)) === 'used'),
        )
        for (const index of recorded) expect(used[index]).toBe(true)
        await store.close()
        const expected = planted.votes.filter((_, index) => used[index])
        const pile = await store.readSuggestions()
        expect(pile.damaged).toBe(0)
        expect(pile.sealed.map(hex).sort()).toEqual(expected.map(({ sealed }) => hex(sealed.slice(BALLOT))).sort())
        const ballots = (await Array.fromAsync(store.readSealed())).flatMap(group => group.sealed.map(hex)).sort()
        expect(ballots).toEqual(expected.map(({ sealed }) => hex(sealed.slice(0, BALLOT))).sort())
      },
    )
  })

  // Catches: words lost with the key: counts kept, the suggestions not yet.
  test('while the box is opened: the counts and all the words, at the next opening', async () => {
    await atEveryOperation(
      () => voted,
      async disk => {
        const store = await openAnyhow(disk)
        if (store) await open(store)
      },
      async disk => {
        const store = await openStore(disk.file())
        expect((await open(store)).ok).toBe(true)
        expect(store.phase()).toBe('destroyed')
        const texts = await unlockSuggestions(store.suggestions()?.bytes ?? new Uint8Array(), first, store.identity.box)
        expect(texts.ok && [...texts.value].sort()).toEqual(WORDS)
        const left = hex(disk.image)
        for (const { sealed } of planted.votes.slice(0, 4)) expect(left).not.toContain(hex(sealed.slice(-32)))
      },
    )
  })

  // Catches: a release in part; words that wait still, or stay on the disk, beside those that were released.
  test('while a teller releases: all still wait, or what was released is there and nothing else', async () => {
    const locked = await openStore(new MemoryDisk(counted, 1).file())
    const pending = hex((locked.suggestions()?.bytes ?? new Uint8Array()).slice(-24))
    let chosen: string | undefined
    await atEveryOperation(
      () => counted,
      async disk => {
        const store = await openAnyhow(disk)
        if (!store) return
        const waiting = await unlockSuggestions(
          store.suggestions()?.bytes ?? new Uint8Array(),
          first,
          store.identity.box,
        )
        chosen = waiting.ok ? waiting.value[1] : undefined
        await releaseSuggestions(store, [first], [1])
      },
      async disk => {
        const store = await openStore(disk.file())
        if (store.suggestions()?.state === 'pending') {
          const texts = await unlockSuggestions(
            store.suggestions()?.bytes ?? new Uint8Array(),
            first,
            store.identity.box,
          )
          expect(texts.ok && [...texts.value].sort()).toEqual(WORDS)
          return
        }
        expect(releasedTexts(store)).toEqual([chosen])
        expect(hex(disk.image)).not.toContain(pending)
      },
    )
  })
})

describe('two halls opened together', () => {
  const halls = buildSetUp(
    { groups: [{ id: 'A', name: '组', slips: 4, paper: 1 }], minGroupBallots: 3, suggestions: true, halls: 2 },
    { people: 4 },
  )
  const openBoth = (stores: readonly BallotStore[]) => {
    const [one, other] = stores
    if (!one || !other) throw new Error('not two boxes')
    return openBoxes([one, other], TELLERS, { voidDamaged: false, random: secureRandom, progress: () => undefined })
  }

  // Catches: an opening that was cut off between two boxes and is finished without the second one's suggestions.
  test('the power goes at every operation on the second disk: its suggestions wait all the same', async () => {
    const images: Uint8Array[] = []
    for (const hall of [1, 2]) {
      const box = await plantBox(halls, index => `第 ${hall} 会场意见 ${index}`)
      const disk = new MemoryDisk(box.image, hall)
      const store = await openStore(disk.file())
      for (const { proof, sealed } of box.votes.slice(0, 3)) expect(await store.cast(proof, sealed)).toBe('recorded')
      await store.release()
      images.push(disk.image)
    }
    const disksOf = (seed: number) => images.map((image, index) => new MemoryDisk(image, seed + index))
    const storesOf = (disks: readonly MemoryDisk[]) => Promise.all(disks.map(disk => openStore(disk.file())))
    const calm = disksOf(1)
    await openBoth(await storesOf(calm))
    const operations = calm[1]?.operations ?? 0
    expect(operations).toBeGreaterThan(20)
    let cutBetween = 0
    for (let at = 1; at <= operations; at += scaled(3, 1)) {
      const disks = disksOf(10 * at)
      disks[1]?.trouble({ kind: 'tear', at })
      try {
        await openBoth(await storesOf(disks))
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error
      }
      for (const disk of disks) disk.restart()
      const stores = await storesOf(disks)
      const counted = stores.map(store => store.counts() !== null)
      if (counted[0] && !counted[1]) {
        cutBetween++
        // Without the tellers nothing is destroyed that nobody has read.
        const [one, other] = stores as [BallotStore, BallotStore]
        const without = await openBoxes([one, other], [], {
          voidDamaged: false,
          random: secureRandom,
          progress: () => 0,
        })
        expect(without.ok ? 'opened' : without.error.fault.code).toBe('too-few')
        expect(other.counts()).toBeNull()
      }
      expect((await openBoth(stores)).ok).toBe(true)
      for (const [hall, store] of stores.entries()) {
        const kept = store.suggestions()
        if (kept?.state !== 'pending' || !first) throw new Error('nothing waits')
        const texts = await unlockSuggestions(kept.bytes, first, store.identity.box)
        expect(texts.ok && [...texts.value].sort()).toEqual([0, 1, 2].map(index => `第 ${hall + 1} 会场意见 ${index}`))
      }
    }
    expect(cutBetween).toBeGreaterThan(0)
  })
})
