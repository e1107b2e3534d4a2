import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { buildVote, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUpFile } from '#tests/unit/box/build-set-up.ts'
import { servePingyi } from '#tests/unit/box/run-pingyi.ts'
import { type Ended, runHub, serveHub } from './run-hub.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

// Three halls of one meeting: two in the hub, the third on a laptop whose box is brought as a file.

const GROUPS = [{ id: 'A', name: '企业工会代表', slips: 4 }]
const tellers = JSON.stringify({ tellers: TELLERS, need: 2 })

let postgres: RunningPostgres
let folder: string

beforeAll(async () => {
  postgres = await startPostgres()
  folder = await mkdtemp(join(tmpdir(), 'pingyi-hub-halls-'))
  await writeFile(join(folder, 'm.json'), JSON.stringify(buildSetUpFile({ halls: 3, groups: GROUPS })))
}, 120_000)

afterAll(async () => {
  await postgres.remove()
  await rm(folder, { recursive: true })
})

const pingyi = (args: readonly string[], input = '') => runHub(args, input, folder, postgres.url)

/** As many of a hall's slips vote 优秀 as are asked for. */
async function votesIn(url: string, slips: string, count: number): Promise<void> {
  const phone = await connectStation(url)
  if (!phone) throw new Error('no station')
  const { slips: list }: { readonly slips: readonly { readonly code: string }[] } = JSON.parse(
    await readFile(join(folder, slips), 'utf8'),
  )
  for (const { code } of list.slice(0, count)) {
    const vote = buildVote(phone.box, code.replaceAll(/\D/g, ''), { marks: { i01: { overall: 'excellent' } } })
    expect(await phone.submit(vote)).toEqual({ status: 'recorded' })
  }
}

/** A hall in the hub in which so many voted; its box's id. */
async function hubHall(slips: string, count: number): Promise<string> {
  const made = await pingyi(['hub', 'create', '--meeting', 'm.json', '--slips', slips])
  const box = made.stdout.trim()
  // What a hub does not promise is told before anybody votes.
  expect(made.stderr).toContain('数据库的管理员')
  expect(await pingyi(['hub', 'seal', '--box', box, '--tellers', '-'], tellers)).toMatchObject({ code: 0 })
  const station = await serveHub(folder, postgres.url, box)
  await votesIn(station.url, slips, count)
  expect(await station.end('SIGTERM')).toMatchObject({ code: 0 })
  return box
}

async function laptopHall(count: number): Promise<string> {
  await pingyi(['box', 'create', '--meeting', 'm.json', '--out', 'm.urn', '--slips', 'm.slips'])
  await pingyi(['box', 'seal', 'm.urn', '--tellers', '-'], tellers)
  const station = await servePingyi('m.urn', folder)
  await votesIn(station.url, 'm.slips', count)
  await station.end('SIGTERM')
  return 'm.urn'
}

const opened = (...where: readonly string[]): Promise<Ended> =>
  pingyi(['hub', 'open', ...where, '--tellers', '-', '--json'], tellers)

// Catches: a hall counted alone, a hall's ballots left out or counted twice, a box file that the hub's opening does not take.
test('open to one result, all together or not at all', { timeout: 180_000 }, async () => {
  const [east, west, urn] = [await hubHall('east.slips', 2), await hubHall('west.slips', 1), await laptopHall(3)]
  const few = await opened('--box', east, '--box', west)
  expect(few).toMatchObject({ code: 2, stdout: '' })
  expect(few.stderr).toContain('3 个会场')
  const all = await opened('--box', east, '--box', west, urn)
  expect(all).toMatchObject({ code: 0 })
  const { groups, tallies, boxes } = JSON.parse(all.stdout)
  expect(groups).toEqual([{ id: 'A', printed: 12, returned: 6, void: 0 }])
  expect(tallies[0]).toMatchObject({ instructor: 'i01', marks: { excellent: 6 } })
  expect(boxes).toHaveLength(3)
  expect(boxes).toEqual(expect.arrayContaining([east, west]))
  expect(await opened('--box', west)).toMatchObject({ code: 0, stdout: all.stdout })
  expect(await opened('--box', east, '--box', west, urn)).toMatchObject({ code: 0, stdout: all.stdout })
})
