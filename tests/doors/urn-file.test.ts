import { expect, test } from 'vitest'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { URN_FAULTS } from '#electron/host/urn/urn-fault.ts'
import { seededRandom } from '#tests/anonymity/seeded-random.ts'
import { scaled } from '#tests/crash/depth.ts'
import { MemoryDisk } from '#tests/crash/memory-disk.ts'
import { plantBox } from '#tests/crash/planted-box.ts'
import { openStore } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { guardPrototypes, tryDoor } from './door.ts'
import { below, type Draw, mutateBytes } from './mutate.ts'

// An urn's file after a bad disk, a bad stick, or somebody's editor.

guardPrototypes()

const VOTED = 4
const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: 5, paper: 1 }] }, { people: 5 })
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('an urn is as it was, or refused, or says which ballots are damaged', async () => {
  const { image, votes } = await plantBox(setUp)
  const disk = new MemoryDisk(image, 1)
  const store = await openStore(disk.file())
  for (const { proof, sealed } of votes.slice(0, VOTED)) expect(await store.cast(proof, sealed)).toBe('recorded')
  await store.release()
  const voted = disk.image
  const known = new Set(votes.slice(0, VOTED).map(({ sealed }) => hex(sealed)))
  const inPlace = (draw: Draw) => {
    // Most of the file is slots: half of the damage goes to the records before them.
    const changed = mutateBytes(voted, draw)
    if (below(2, draw) === 0) return changed
    const records = mutateBytes(voted.slice(0, 80_000), draw)
    const bytes = Uint8Array.from(voted)
    bytes.set(records.slice(0, 80_000))
    return bytes
  }
  await tryDoor('urn file', scaled(150, 6_000), inPlace, async bytes => {
    const opened = await openUrnOn(new MemoryDisk(bytes, 1).file(), seededRandom(1))
    if (!opened.ok) {
      expect(URN_FAULTS).toContain(opened.error.code)
      return 'refused'
    }
    const used = []
    for (const { proof } of votes) used.push(await opened.value.participate(proof))
    expect(used).toEqual(votes.map((_, voter) => (voter < VOTED ? 'used' : 'unused')))
    await opened.value.close()
    for (const { sealed, damaged } of await Array.fromAsync(opened.value.readSealed())) {
      expect(sealed.length + damaged).toBe(VOTED)
      expect(sealed.filter(ballot => !known.has(hex(ballot)))).toEqual([])
      expect(new Set(sealed.map(hex)).size).toBe(sealed.length)
    }
    return 'read'
  })
})
