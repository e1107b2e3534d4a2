import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ConnectedStation, connectStation } from '#electron/host/box/connect-station.ts'
import { hubDatabase } from '#electron/host/hub/hub-database.ts'
import { buildVote, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp, buildSetUpFile } from '#tests/unit/box/build-set-up.ts'
import { servePingyi } from '#tests/unit/box/run-pingyi.ts'
import { dropHubTables } from './drop-hub-tables.ts'
import { type HubStation, runHub, serveHub } from './run-hub.ts'
import { type RunningPostgres, startPostgres } from './start-postgres.ts'

// Whole meetings through the command, with real stations (processes), a real PostgreSQL, real sockets.

const setUp = buildSetUp()
const tellers = JSON.stringify({ tellers: TELLERS, need: 2 })
// Each test starts up to eight processes, and the tellers' passphrases cost what they cost in earnest.
const LONG = { timeout: 120_000 }
const MARKS = ['excellent', 'competent', 'basic', 'incompetent'] as const

let postgres: RunningPostgres
let folder: string

beforeAll(async () => {
  postgres = await startPostgres()
  folder = await mkdtemp(join(tmpdir(), 'pingyi-hub-'))
  await writeFile(join(folder, 'm.json'), JSON.stringify(buildSetUpFile()))
}, 120_000)

afterAll(async () => {
  await postgres.remove()
  await rm(folder, { recursive: true })
})

type SlipLine = { readonly group: string; readonly code: string }
let meeting = 0

beforeEach(async () => {
  // One box at a time: a station then needs not be told which.
  const db = hubDatabase(postgres.url)
  await dropHubTables(db)
  await db.end()
})

const pingyi = (args: readonly string[], input = '', url: string | null = postgres.url) =>
  runHub(args, input, folder, url)

/** A sealed box in the hub and its slips. */
async function sealedHub(): Promise<readonly SlipLine[]> {
  const slips = `hub-${++meeting}.slips`
  expect(await pingyi(['hub', 'create', '--meeting', 'm.json', '--slips', slips])).toMatchObject({ code: 0 })
  expect(await pingyi(['hub', 'seal', '--tellers', '-'], tellers)).toMatchObject({ code: 0 })
  return slipsIn(slips)
}

async function slipsIn(name: string): Promise<readonly SlipLine[]> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')).slips
}

/** The messages of a scripted meeting: the n-th slip of a group marks the same in every meeting. */
function votesOf(phone: ConnectedStation, slips: readonly SlipLine[]): readonly Uint8Array[] {
  return setUp.groups.flatMap(({ id }) =>
    slips
      .filter(({ group }) => group === id)
      .map(({ code }, index) => {
        const marks = { i02: { overall: MARKS[index % 4] ?? '' }, i03: { overall: MARKS[(index * 3) % 4] ?? '' } }
        return buildVote(phone.box, code.replaceAll(/\D/g, ''), id === 'D' ? { marks, self: 'i01' } : { marks })
      }),
  )
}

async function stopped(stations: readonly HubStation[]): Promise<void> {
  for (const station of stations) expect(await station.end('SIGTERM')).toMatchObject({ code: 0 })
}

const opened = () => pingyi(['hub', 'open', '--tellers', '-', '--json'], tellers)

describe('a meeting in a hub', () => {
  // Catches: counts that depend on where the ballots were kept or on which station took them.
  test('two stations give the counts of the laptop, byte for byte, once and again', LONG, async () => {
    await pingyi(['box', 'create', '--meeting', 'm.json', '--out', 'm.urn', '--slips', 'm.slips'])
    await pingyi(['box', 'seal', 'm.urn', '--tellers', '-'], tellers)
    const laptop = await servePingyi('m.urn', folder)
    const laptopPhone = await connectStation(laptop.url)
    if (!laptopPhone) throw new Error('no station')
    for (const vote of votesOf(laptopPhone, await slipsIn('m.slips')))
      expect(await laptopPhone.submit(vote)).toEqual({ status: 'recorded' })
    await laptop.end('SIGTERM')
    const alone = await pingyi(['box', 'open', 'm.urn', '--tellers', '-', '--json'], tellers)

    const slips = await sealedHub()
    const stations = [await serveHub(folder, postgres.url), await serveHub(folder, postgres.url)] as const
    // Voters are told where their ballots lie.
    expect([laptopPhone.box.database, stations[0].phone.box.database]).toEqual([undefined, true])
    const votes = votesOf(stations[0].phone, slips)
    const replies = await Promise.all(votes.map((vote, index) => stations[index % 2 === 0 ? 0 : 1].phone.submit(vote)))
    expect(replies).toEqual(votes.map(() => ({ status: 'recorded' })))
    const first = await opened()
    // A station that is still up finds the box closed, and so does a load balancer.
    const late = votes[0] ?? new Uint8Array()
    expect(await stations[0].phone.submit(late)).toMatchObject({ status: 'refused' })
    expect((await fetch(`${stations[1].health}ready`)).status).toBe(503)
    expect((await fetch(`${stations[1].health}health`)).status).toBe(200)
    // Nothing of a minute that is not over, and no group, slip or mark in any.
    const metrics = await (await fetch(`${stations[1].health}metrics`)).text()
    expect(metrics.match(/^\w+ /gm)).toEqual(['pingyi_ready ', 'process_resident_memory_bytes '])
    expect((await fetch(new URL('metrics', stations[1].url))).status).toBe(404)
    await stopped(stations)
    expect(first).toMatchObject({ code: 0, stdout: alone.stdout })
    expect(JSON.parse(first.stdout).groups).toHaveLength(4)
    expect(await opened()).toMatchObject({ code: 0, stdout: alone.stdout })
  })

  // Catches: two stations that both find the slip unused.
  test('100 parallel submits of one slip at two stations record one', LONG, async () => {
    const slips = await sealedHub()
    const stations = [await serveHub(folder, postgres.url), await serveHub(folder, postgres.url)] as const
    const code = slips.find(({ group }) => group === 'A')?.code.replaceAll(/\D/g, '') ?? ''
    const vote = (mark: string) => buildVote(stations[0].phone.box, code, { marks: { i01: { overall: mark } } })
    const votes = Array.from({ length: 100 }, (_, index) => vote(MARKS[index % 4] ?? ''))
    const replies = await Promise.all(votes.map((one, index) => stations[index % 2 === 0 ? 0 : 1].phone.submit(one)))
    const statuses = replies.map(reply => reply?.status)
    expect(statuses.filter(status => status === 'recorded')).toHaveLength(1)
    expect(statuses.filter(status => status === 'already-recorded')).toHaveLength(99)
    await stopped(stations)
    const { groups } = JSON.parse((await opened()).stdout)
    expect(groups[0]).toMatchObject({ id: 'A', returned: 1, void: 0 })
  })

  // Catches: an acknowledged ballot that only a station or the database's memory had; a station that does not come back.
  test('a station and the database killed among votes lose none that was acknowledged', LONG, async () => {
    const slips = await sealedHub()
    const killed = await serveHub(folder, postgres.url)
    const stays = await serveHub(folder, postgres.url)
    const votes = votesOf(stays.phone, slips)
    const acknowledged = new Set<number>()
    const submit = async (station: HubStation, voter: number) => {
      const reply = await station.phone.submit(votes[voter] ?? new Uint8Array())
      if (reply?.status === 'recorded' || reply?.status === 'already-recorded') acknowledged.add(voter)
    }
    const under = votes.slice(0, 12).map((_, voter) => submit(voter % 2 === 0 ? killed : stays, voter))
    await Promise.race(under)
    await Promise.all([killed.end('SIGKILL'), postgres.crash(), ...under])
    expect((await fetch(`${stays.health}ready`)).status).toBe(503)
    expect(await stays.phone.submit(votes[20] ?? new Uint8Array())).toEqual({ status: 'refused', reason: 'storage' })
    await postgres.start()
    expect((await fetch(`${stays.health}ready`)).status).toBe(200)
    const before = new Set(acknowledged)
    for (const voter of votes.keys()) await submit(stays, voter)
    expect(acknowledged.size).toBe(votes.length)
    expect(before.size).toBeGreaterThan(0)
    await stopped([stays])
    const { groups } = JSON.parse((await opened()).stdout)
    expect(groups.map(({ returned }: { readonly returned: number }) => returned)).toEqual([8, 6, 6, 5])
  })
})

describe('the address of the database', () => {
  // Catches: a password in a message, an argument or a default database that nobody meant.
  test('comes from the environment or a file, is asked for where it is missing, and is never shown', LONG, async () => {
    expect(await pingyi(['hub', 'serve'], '', null)).toMatchObject({ code: 2, stdout: '' })
    expect(await pingyi(['hub', 'serve', postgres.url])).toMatchObject({ code: 2, stdout: '' })
    for (const url of ['secret-word', 'postgres://u:secret-word@127.0.0.1:1/x']) {
      const ended = await pingyi(['hub', 'serve'], '', url)
      expect(ended).toMatchObject({ code: url.startsWith('postgres') ? 1 : 2, stdout: '' })
      expect(ended.stderr).toMatch(/数据库/)
      expect(ended.stderr).not.toContain('secret-word')
      expect(ended.stderr).not.toMatch(/^ {4}at /m)
    }
  })

  test('of an empty database is told, and so is a box that is not sealed', LONG, async () => {
    expect(await pingyi(['hub', 'serve'])).toMatchObject({ code: 2, stdout: '' })
    await pingyi(['hub', 'create', '--meeting', 'm.json', '--slips', 'unsealed.slips'])
    expect(await pingyi(['hub', 'serve'])).toMatchObject({ code: 2, stdout: '' })
    await pingyi(['hub', 'create', '--meeting', 'm.json', '--slips', 'another.slips'])
    expect((await pingyi(['hub', 'seal', '--tellers', '-'], tellers)).stderr).toContain('--box')
  })
})
