import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSealRecord } from '#electron/host/box/seal-record.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { publicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { buildVote, partsOf } from './build-box.ts'
import { runBox } from './run-box.ts'

// Several halls through the command: each with its own slips, box, tellers and key.

const ROUND = {
  id: 'm1',
  title: '民主测评会',
  scale: {
    kind: 'grades',
    options: [
      { id: 'good', label: '优秀', points: '100' },
      { id: 'poor', label: '不称职', points: '40' },
    ],
  },
  indicators: [{ id: 'overall', name: '总体评价', weight: '100' }],
  groups: [
    { id: 'A', name: '企业工会代表', slips: 4, paper: 2 },
    { id: 'B', name: '企业管理者', slips: 2 },
  ],
  instructors: [{ id: 'i01', name: '甲' }],
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-halls-'))
})

afterEach(() => rm(folder, { recursive: true }))

const pingyi = (args: readonly string[], input = '') => runBox(args, input, folder)
const TELLERS: Readonly<Record<string, { readonly name: string; readonly passphrase: string }>> = {
  east: { name: '甲', passphrase: '东会场的口令' },
  west: { name: '甲', passphrase: '西会场的口令' },
  north: { name: '乙', passphrase: '北会场的口令' },
}
const typed = (...halls: readonly string[]) => JSON.stringify({ tellers: halls.map(hall => TELLERS[hall]) })

/** A hall's box in which so many of each group have voted 优秀. */
async function hall(name: string, meeting: object, votes: Readonly<Record<string, number>>): Promise<void> {
  await writeFile(join(folder, `${name}.json`), JSON.stringify(meeting))
  const made = await pingyi(['create', '--meeting', `${name}.json`, '--out', `${name}.urn`, '--slips', `${name}.slips`])
  expect(made.code).toBe(0)
  expect((await pingyi(['seal', `${name}.urn`, '--tellers', '-'], typed(name))).code).toBe(0)
  const store = await openUrn(join(folder, `${name}.urn`))
  const setUp = readSetUp(JSON.stringify(meeting))
  if (!store.ok || !setUp.ok) throw new Error('no box')
  const record = readSealRecord(store.value.seal() ?? new Uint8Array())
  const box = publicBox(store.value.identity.box, Buffer.from(record?.publicKey ?? '', 'hex'), setUp.value)
  const { slips }: { slips: { group: string; code: string }[] } = JSON.parse(
    await readFile(join(folder, `${name}.slips`), 'utf8'),
  )
  for (const [group, count] of Object.entries(votes))
    for (const { code } of slips.filter(slip => slip.group === group).slice(0, count)) {
      const vote = buildVote(box, code.replaceAll('-', ''), { marks: { i01: { overall: 'good' } } })
      const { proof, sealed } = partsOf(box, vote)
      expect(await store.value.cast(proof, sealed)).toBe('recorded')
    }
  await store.value.release()
}

const open = (boxes: readonly string[], input: string, ...more: readonly string[]) =>
  pingyi(['open', ...boxes.map(name => `${name}.urn`), '--tellers', '-', '--json', ...more], input)

describe('the boxes of several halls', () => {
  // Catches: a group that is counted, merged or published by hall; tellers of one hall who open another's.
  test('give one result: a group too small in each hall stands in all of them', async () => {
    await hall('east', ROUND, { A: 3, B: 1 })
    await hall(
      'west',
      { ...ROUND, groups: [{ ...ROUND.groups[0], slips: 9, paper: 0 }, ROUND.groups[1]] },
      { A: 2, B: 2 },
    )
    const halves = await open(['east', 'west'], typed('east'))
    expect(halves).toMatchObject({ code: 2, stdout: '' })
    expect(halves.stderr).toContain('west.urn：口令不对：甲')
    const opened = await open(['east', 'west'], typed('east', 'west'))
    expect(opened.code).toBe(0)
    const counts = JSON.parse(opened.stdout)
    expect(counts.groups).toEqual([
      { id: 'A', printed: 13, returned: 5, void: 0 },
      { id: 'B', printed: 4, returned: 3, void: 0 },
    ])
    expect(counts.tallies.map(({ group, marks }: { group: string; marks: object }) => [group, marks])).toEqual([
      ['A', { good: 5, poor: 0 }],
      ['B', { good: 3, poor: 0 }],
    ])
    // Again, in any order, and one by itself: the same, and nothing of a hall.
    for (const boxes of [['west', 'east'], ['east'], ['west']])
      expect(await open(boxes, typed('east'))).toMatchObject({ code: 0, stdout: opened.stdout })
  })

  // Catches: a copy of a box that counts everybody in it twice; another meeting's ballots among these.
  test('are refused where one is there twice, or of another meeting, or was opened before', async () => {
    await hall('east', ROUND, { A: 3 })
    await hall('west', { ...ROUND, title: '另一次会议' }, { A: 3 })
    await hall('north', ROUND, { A: 3 })
    await cp(join(folder, 'east.urn'), join(folder, 'copy.urn'))
    const all = typed('east', 'west', 'north')
    expect((await open(['east', 'copy'], all)).stderr).toContain('copy.urn：这个票箱（或它的副本）给出了两次')
    expect((await open(['east', 'west'], all)).stderr).toContain('west.urn：与第一个票箱不是同一次会议')
    const alone = await open(['north'], all)
    expect(alone.code).toBe(0)
    expect(JSON.parse(alone.stdout)).not.toHaveProperty('boxes')
    const apart = await open(['east', 'north'], all)
    expect(apart).toMatchObject({ code: 2, stdout: '' })
    expect(apart.stderr).toContain('单独开箱')
    expect((await open(['east'], all)).code).toBe(0)
  })

  // Catches: one hall's counts taken from those of all: what is left is a hall that is too small.
  test('open only all together where the meeting says how many there are', async () => {
    const meeting = { ...ROUND, halls: 3 }
    await hall('east', meeting, { A: 3 })
    await hall('west', meeting, { A: 1 })
    const all = typed('east', 'west')
    for (const boxes of [['east'], ['west'], ['east', 'west']]) {
      const few = await open(boxes, all)
      expect(few).toMatchObject({ code: 2, stdout: '' })
      expect(few.stderr).toContain('3 个会场')
    }
    const opened = await open(['east', 'west'], all, '--lost-halls', '1')
    expect(JSON.parse(opened.stdout).groups[0]).toMatchObject({ id: 'A', returned: 4 })
  })
})
