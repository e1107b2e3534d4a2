import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConnectedStation, connectStation } from '#electron/host/box/connect-station.ts'
import { createBox } from '#electron/host/box/create-box.ts'
import type { Slip } from '#electron/host/box/new-slips.ts'
import { openBox } from '#electron/host/box/open-box.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { buildVote, sealForVoters, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { servePingyi } from '#tests/unit/box/run-pingyi.ts'
import { DEPTH } from './depth.ts'
import { runCounter, tallyResult } from './run-counter.ts'
import { seeded } from './seeded.ts'

// PROMISES.md §2 with a real process, a real file, a real `kill -9`.

const VOTERS = 60
const KILLS = 3
// Each voter marks the one instructor of the same number: a tally shows every single ballot.
const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: VOTERS }] }, { people: VOTERS })

const count = runCounter('a real station killed with kill -9 among votes')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-kill-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function sealedBox(name: string): Promise<{ readonly urn: string; readonly slips: readonly Slip[] }> {
  const urn = join(folder, `${name}.urn`)
  const created = await createBox(setUp, { urn, slips: join(folder, `${name}.json`) }, secureRandom)
  const store = await openUrn(urn)
  if (!created.ok || !store.ok) throw new Error('no box')
  await sealForVoters(store.value, setUp)
  await store.value.release()
  return { urn, slips: created.value }
}

async function phoneAt(url: string): Promise<ConnectedStation> {
  const phone = await connectStation(url)
  if (!phone) throw new Error('the station does not answer')
  return phone
}

describe('kill -9 in the middle of the voting', () => {
  // Catches: an acknowledged vote that only the memory had, one that a retry counts twice, an urn that does not come back.
  test.each(Array.from({ length: DEPTH }, (_, run) => run))(
    'every acknowledged ballot is counted, none twice (%d)',
    async run => {
      const { urn, slips } = await sealedBox(`kill-${run}`)
      const draw = seeded(run)
      const acknowledged = new Set<number>()
      let votes: readonly Uint8Array[] = []
      let kills = 0
      while (acknowledged.size < VOTERS) {
        const station = await servePingyi(urn, folder)
        const phone = await phoneAt(station.url)
        if (votes.length === 0)
          votes = slips.map(({ digits }, voter) => {
            const instructor = setUp.instructors[voter]?.id ?? ''
            return buildVote(phone.box, digits, { marks: { [instructor]: { overall: 'excellent' } } })
          })
        // The station dies when so many answers have come, with others on their way.
        let left = kills < KILLS ? 4 + Math.floor(draw() * 8) : Number.POSITIVE_INFINITY
        let dead: Promise<unknown> | null = null
        const submit = async (voter: number) => {
          const reply = await phone.submit(votes[voter] ?? new Uint8Array())
          if (reply?.status === 'recorded' || reply?.status === 'already-recorded') acknowledged.add(voter)
          if (--left === 0) dead = station.end('SIGKILL')
        }
        const waiting = votes.map((_, voter) => voter).filter(voter => !acknowledged.has(voter))
        const desks = Array.from({ length: 8 }, async () => {
          for (let voter = waiting.shift(); voter !== undefined && !dead; voter = waiting.shift()) await submit(voter)
        })
        await Promise.all(desks)
        if (dead) kills++
        expect(await (dead ?? station.end('SIGTERM'))).toMatchObject(dead ? { signal: 'SIGKILL' } : { code: 0 })
      }
      expect(kills).toBe(KILLS)
      const store = await openUrn(urn)
      if (!store.ok) throw new Error(store.error.code)
      const opened = await openBox(store.value, TELLERS, {
        voidDamaged: false,
        random: secureRandom,
        progress: () => undefined,
      })
      await store.value.release()
      if (!opened.ok) throw new Error(opened.error.code)
      count(
        tallyResult(
          opened.value.counts,
          setUp.instructors.map((_, voter) => acknowledged.has(voter)),
        ),
      )
      const counts: BoxCounts = JSON.parse(opened.value.counts)
      expect(counts.groups).toEqual([{ id: 'A', printed: VOTERS, returned: VOTERS, void: 0 }])
      expect(counts.tallies.map(tally => tally.marks['excellent'])).toEqual(setUp.instructors.map(() => 1))
    },
  )
})

describe('two owners', () => {
  // Catches: two stations on one urn, each with its own idea of what is free; a lock that outlives its process.
  test('the second is told; after a kill -9 the next one gets it', async () => {
    const { urn } = await sealedBox('owners')
    const first = await servePingyi(urn, folder)
    await expect(servePingyi(urn, folder)).rejects.toThrow(/ended with 2: .*票箱正由另一个程序使用/)
    expect(await openUrn(urn)).toEqual({ ok: false, error: { code: 'in-use' } })
    expect(await first.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' })
    const next = await servePingyi(urn, folder)
    expect(await next.end('SIGTERM')).toMatchObject({ code: 0 })
    // Only the urn, the slips and the empty lock: no log, no journal, no temporary file.
    expect((await readdir(folder)).filter(name => name.startsWith('owners')).sort()).toEqual([
      'owners.json',
      'owners.urn',
      'owners.urn.lock',
    ])
  })
})

describe('a laptop that sleeps', () => {
  // Catches: a station that drops what came while it stood still, or that a sleep makes count twice.
  test('stopped and continued: what was sent meanwhile is recorded, once', async () => {
    const { urn, slips } = await sealedBox('sleep')
    const station = await servePingyi(urn, folder)
    const phone = await phoneAt(station.url)
    const votes = slips.slice(0, 10).map(({ digits }, voter) => {
      const instructor = setUp.instructors[voter]?.id ?? ''
      return buildVote(phone.box, digits, { marks: { [instructor]: { overall: 'excellent' } } })
    })
    const outcomes: (string | undefined)[] = []
    for (const pair of [votes.slice(0, 5), votes.slice(5)]) {
      process.kill(station.pid, 'SIGSTOP')
      let answered = 0
      const sent = pair.flatMap(vote =>
        [vote, vote].map(async message => {
          const reply = await phone.submit(message)
          answered++
          return reply?.status
        }),
      )
      // The connections are taken by the system; nobody is there to answer.
      expect(await connectStopped(station.url)).toBe(true)
      expect(answered).toBe(0)
      process.kill(station.pid, 'SIGCONT')
      outcomes.push(...(await Promise.all(sent)))
    }
    expect(outcomes.filter(outcome => outcome === 'recorded')).toHaveLength(10)
    expect(outcomes.filter(outcome => outcome === 'already-recorded')).toHaveLength(10)
    expect(await station.end('SIGTERM')).toMatchObject({ code: 0 })
  })
})

/** Connects to a station that stands still: the system takes the connection. */
function connectStopped(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', reject)
  })
}
