import { type Contender, interleavedRounds, median, timeEach, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { flushVotes, withFastify } from './peers.ts'
import { postVotes } from './post-votes.ts'
import { votedBox, withStation } from './voted-box.ts'

const OURS = '评议, on the disk'
const GROUPED = '评议, 5 ms a flush, 50 phones'
const SINGLE = '评议, 5 ms a flush, one phone at a time'
const PHONES = 50
const SLOW_MS = 5

/** Votes over 50 connections, on the same machine as their phones: each acknowledged only when it is on the disk. */
export async function stationBench(quick: boolean): Promise<Section> {
  const count = quick ? 400 : 2000
  const voted = await votedBox(count)
  const some = voted.votes.slice(0, count / 10)
  const station = (name: string, votes: readonly Uint8Array[], phones: number, flushMs: number): Contender => ({
    name,
    run: () => withStation(voted, flushMs, url => timeEach(votes.length, () => postVotes(url, votes, phones))),
  })
  const rounds = await interleavedRounds(
    [
      station(OURS, voted.votes, PHONES, 0),
      {
        name: 'Fastify, nothing kept',
        run: () => withFastify(url => timeEach(count, () => postVotes(url, voted.votes, PHONES))),
      },
      { name: 'bare disk, flushed in groups', run: () => timeEach(count, () => flushVotes(voted.votes, PHONES)) },
      station(GROUPED, voted.votes, PHONES, SLOW_MS),
      station(SINGLE, some, 1, SLOW_MS),
    ],
    quick ? 2 : 5,
  )
  const perSecond = 1000 / median(rounds.get(OURS) ?? [])
  return {
    title: 'Station: ms for a vote (50 connections)',
    rounds,
    ratios: {
      vsFastifyWithoutDisk: timesFaster(rounds, OURS, 'Fastify, nothing kept'),
      vsBareDisk: timesFaster(rounds, OURS, 'bare disk, flushed in groups'),
      groupedVsOneByOne: timesFaster(rounds, GROUPED, SINGLE),
    },
    notes: { votesASecond: perSecond, ...(await slowest(voted, quick ? [50, 400] : [10, 50, 500, 1000])) },
  }
}

/** The 99th of a hundred answers, in milliseconds, by connections; every phone votes once, all at once. */
async function slowest(
  voted: Awaited<ReturnType<typeof votedBox>>,
  connections: readonly number[],
): Promise<Readonly<Record<string, number>>> {
  const entries: [string, number][] = []
  for (const phones of connections) {
    const votes = voted.votes.slice(0, phones)
    const times = await withStation(voted, 0, url => postVotes(url, votes, phones))
    const sorted = [...times].sort((a, b) => a - b)
    entries.push([`p99MsOf${phones}`, sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 0])
  }
  return Object.fromEntries(entries)
}
