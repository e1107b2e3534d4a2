import { type Contender, interleavedRounds, median, timesFaster } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { flushVotes, withFastify } from './peers.ts'
import { voteByPhone } from './vote-by-phone.ts'
import { type VotedBox, votedBox, withStation } from './voted-box.ts'

const OURS = '评议, on the disk'
const GROUPED = '评议, 5 ms a flush, 50 phones'
const SINGLE = '评议, 5 ms a flush, one phone at a time'
const DISK = 'the bare disk, the same three flushes'
const SLOW_DISK = 'the same with 5 ms a flush'
const PHONES = 50
const SLOW_MS = 5
const MOST_PHONES = 5000

/** Votes over 50 connections, their phones in another thread: each acknowledged only when it is on the disk. */
export async function stationBench(quick: boolean): Promise<Section> {
  const all = await votedBox(quick ? 400 : MOST_PHONES)
  const count = all.votes.length
  // Of a disk that is slow fewer tell as much.
  const slow = { ...all, votes: all.votes.slice(0, quick ? 400 : 1000) }
  const some = all.votes.slice(0, quick ? 20 : 200)
  const station = (name: string, votes: readonly Uint8Array[], phones: number, flushMs: number): Contender => ({
    name,
    run: () => withStation(all, flushMs, url => msAVote(url, votes, phones)),
  })
  const rounds = await interleavedRounds(
    [
      station(OURS, all.votes, PHONES, 0),
      {
        name: 'Fastify, nothing kept',
        run: () => withFastify(url => msAVote(url, all.votes, PHONES)),
      },
      { name: DISK, run: async () => (await flushVotes(all, PHONES, 0)) / count },
      { name: SLOW_DISK, run: async () => (await flushVotes(slow, PHONES, SLOW_MS)) / slow.votes.length },
      station(GROUPED, slow.votes, PHONES, SLOW_MS),
      station(SINGLE, some, 1, SLOW_MS),
    ],
    quick ? 2 : 9,
  )
  const perSecond = 1000 / median(rounds.get(OURS) ?? [])
  return {
    title: 'Station: ms for a vote (50 connections)',
    rounds,
    ratios: {
      vsFastifyWithoutDisk: timesFaster(rounds, OURS, 'Fastify, nothing kept'),
      vsBareDisk: timesFaster(rounds, OURS, DISK),
      vsBareDiskOf5Ms: timesFaster(rounds, GROUPED, SLOW_DISK),
      groupedVsOneByOne: timesFaster(rounds, GROUPED, SINGLE),
    },
    notes: { votesASecond: perSecond, ...(await slowest(all, quick)) },
  }
}

async function msAVote(url: string, votes: readonly Uint8Array[], connections: number): Promise<number> {
  return (await voteByPhone({ url, votes, connections, overMs: 0 })).ms / votes.length
}

/** The 99th of a hundred answers, in milliseconds, by phones: every phone votes once, all at once; a hall within ten seconds. */
async function slowest(voted: VotedBox, quick: boolean): Promise<Readonly<Record<string, number>>> {
  const entries: [string, number][] = []
  for (const phones of quick ? [400] : [10, 50, 500, 1000])
    entries.push([`p99MsOf${phones}`, await p99(voted, phones, 0)])
  if (quick) return Object.fromEntries(entries)
  entries.push(['p99MsOf1000In10s', await p99(voted, 1000, 10_000)])
  const before = process.memoryUsage.rss()
  entries.push([`p99MsOf${MOST_PHONES}In50s`, await p99(voted, MOST_PHONES, 50_000)])
  entries.push([`moreMegabytesWith${MOST_PHONES}`, (process.memoryUsage.rss() - before) / 2 ** 20])
  return Object.fromEntries(entries)
}

async function p99(voted: VotedBox, phones: number, overMs: number): Promise<number> {
  const votes = voted.votes.slice(0, phones)
  const { answers } = await withStation(voted, 0, url => voteByPhone({ url, votes, connections: phones, overMs }))
  return [...answers].sort((a, b) => a - b)[Math.floor(0.99 * (answers.length - 1))] ?? Number.NaN
}
