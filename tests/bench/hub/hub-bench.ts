import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type HubDatabase, hubDatabase } from '#electron/host/hub/hub-database.ts'
import { interleavedRounds, median, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { voteByPhone } from '#tests/bench/station/vote-by-phone.ts'
import { type HubStation, serveHub } from '#tests/unit/hub/run-hub.ts'
import { startPostgres } from '#tests/unit/hub/start-postgres.ts'
import { bareDatabase } from './bare-database.ts'
import { castStraight } from './cast-straight.ts'
import { deployedOptions } from './deployed-options.ts'
import { fillHub } from './filled-hub.ts'
import { openHubBoxInProcess } from './open-hub.ts'
import { type PlantedHub, plantHub } from './planted-hub.ts'
import { memoryOf } from './process-memory.ts'

const OURS = '评议, two stations, 100 phones'
const BATCHES = 'the database alone, 256 votes a transaction'
const STRAIGHT = '评议, two stores without the network, 256 votes waiting at each'
const SAME = 'the database alone, 50 votes a transaction: as many as a station’s phones can bring'
const SINGLE = 'the database alone, one vote a transaction, 4 connections'
const PHONES = 50

/**
 * Two stations of a hub (processes) and a PostgreSQL on one computer: votes a second, memory and opening by their number.
 *
 * What is compared: our votes come over HTTP from 100 phones that each wait for their answer, are checked, put into a place
 * drawn by lot and committed in batches of whoever waits at a station, at most 50; phones, stations and database share the
 * cores. The database alone runs only the two updates of a vote, all votes known beforehand and put in order, on one
 * connection: 50 a transaction is what our batches can be at most, 256 what phones by the hundred would make of them, one a
 * transaction what a server without batches does. `STRAIGHT` leaves out network and phones.
 */
export async function hubBench(quick: boolean): Promise<Section> {
  const postgres = await startPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-bench-hub-'))
  const db = hubDatabase(postgres.url)
  try {
    const notes: Record<string, number> = {}
    const small = await plantHub(db, quick ? 2_000 : 10_000)
    const rounds = await withStations(folder, postgres.url, stations =>
      interleavedRounds(
        [
          { name: OURS, run: async () => vote(small, stations) },
          { name: STRAIGHT, run: () => straight(postgres.url, small) },
          { name: BATCHES, run: () => bare(db, small, 256, 1) },
          { name: SAME, run: () => bare(db, small, PHONES, 1) },
          { name: SINGLE, run: () => bare(db, small, 1, 4) },
        ],
        quick ? 1 : 3,
      ),
    )
    for (const voters of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000])
      Object.assign(notes, await grow(db, voters, folder, postgres.url))
    if (!quick) Object.assign(notes, await openFull(db, 1_000_000, postgres.url))
    return {
      title: 'Hub: ms for a vote (two stations, PostgreSQL and the phones on this computer)',
      rounds,
      ratios: {
        vsDatabaseOneByOne: timesFaster(rounds, OURS, SINGLE),
        vsDatabaseInSameBatches: timesFaster(rounds, OURS, SAME),
        vsDatabaseInBatches: timesFaster(rounds, OURS, BATCHES),
        withoutNetworkVsDatabaseInBatches: timesFaster(rounds, STRAIGHT, BATCHES),
      },
      notes: { votesASecond: 1_000 / median(rounds.get(OURS) ?? []), ...notes },
    }
  } finally {
    await db.end()
    await postgres.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

type Stations = readonly [HubStation, HubStation]

async function withStations<T>(folder: string, url: string, use: (stations: Stations) => Promise<T>): Promise<T> {
  const options = deployedOptions()
  const serve = () => serveHub(folder, url, undefined, options)
  const stations: Stations = [await serve(), await serve()]
  try {
    return await use(stations)
  } finally {
    for (const station of stations) await station.end('SIGTERM')
  }
}

/** Everybody votes, half at each station; milliseconds for one vote. */
async function vote(planted: PlantedHub, stations: Stations): Promise<number> {
  await planted.reset()
  const { votes } = planted
  const half = Math.ceil(votes.length / 2)
  const start = performance.now()
  await Promise.all(
    stations.map(({ url }, index) =>
      voteByPhone({ url, votes: votes.slice(index * half, (index + 1) * half), connections: PHONES, overMs: 0 }),
    ),
  )
  return (performance.now() - start) / votes.length
}

async function straight(url: string, planted: PlantedHub): Promise<number> {
  await planted.reset()
  return castStraight(url, planted, 256)
}

async function bare(db: HubDatabase, planted: PlantedHub, together: number, connections: number): Promise<number> {
  await planted.reset()
  return bareDatabase(db, planted, { together, connections })
}

/** One election of so many voters from the slips to the counts. */
async function grow(db: HubDatabase, voters: number, folder: string, url: string): Promise<Record<string, number>> {
  const planted = await plantHub(db, voters)
  let memory = 0
  const ms = await withStations(folder, url, async stations => {
    const watch = setInterval(() => {
      for (const { pid } of stations) memory = Math.max(memory, memoryOf(pid, 'VmRSS') || 0)
    }, 500)
    try {
      return await vote(planted, stations)
    } finally {
      clearInterval(watch)
    }
  })
  const opened = await openHubBoxInProcess(url)
  if (opened.valid !== voters) throw new Error(`${opened.valid} of ${voters} ballots were counted`)
  return {
    [`createSecondsOf${voters}`]: planted.createMs / 1_000,
    [`votesASecondOf${voters}`]: 1_000 / ms,
    [`stationMemoryMBOf${voters}`]: memory,
    [`openSecondsOf${voters}`]: opened.seconds,
    [`openMemoryMBOf${voters}`]: opened.memoryMB,
  }
}

/** So many ballots that no phone cast, opened: what the opening takes where the voting would take the day. */
async function openFull(db: HubDatabase, voters: number, url: string): Promise<Record<string, number>> {
  const { seconds, memoryMB } = await fillHub(db, voters)
  const opened = await openHubBoxInProcess(url)
  if (opened.valid !== voters) throw new Error(`${opened.valid} of ${voters} ballots were counted`)
  return {
    [`createSecondsOf${voters}`]: seconds,
    [`createMemoryMBOf${voters}`]: memoryMB,
    [`openSecondsOf${voters}`]: opened.seconds,
    [`openMemoryMBOf${voters}`]: opened.memoryMB,
  }
}
