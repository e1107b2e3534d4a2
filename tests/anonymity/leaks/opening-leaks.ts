import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenOptions, openBox } from '#electron/host/box/open-box.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { countBallots } from '#shared/domain/ballot/count/count-ballots.ts'
import type { Room } from '#tests/anonymity/scripted-meeting.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { marksIn, openedGroups } from './leak-store.ts'
import type { NamedLeak } from './named-leak.ts'

async function honestly(store: BallotStore, options: OpenOptions): Promise<string> {
  const opened = await openBox(store, TELLERS.slice(0, 2), options)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.counts
}

/** An opening that also does something with the whole ballots that it has in its memory. */
function keeping(keep: (ballots: readonly Record<string, string>[], room: Room) => Promise<void>): NamedLeak['leak'] {
  return {
    open: async (store, options, room) => {
      await store.close()
      await keep(
        (await openedGroups(store, room)).flatMap(({ valid }) => marksIn(valid, room)),
        room,
      )
      return honestly(store, options)
    },
  }
}

export const openingLeaks: readonly NamedLeak[] = [
  {
    name: 'whole ballots are kept for a recount',
    row: 'the author’s own row; rare patterns',
    caughtBy: ['whole'],
    leak: keeping((ballots, { folder }) => writeFile(join(folder, 'ballots.json'), JSON.stringify(ballots))),
  },
  {
    name: 'whole ballots are kept as rows of figures, gzipped',
    row: 'the author’s own row; rare patterns',
    caughtBy: ['whole'],
    leak: keeping(async (ballots, { folder, planted }) => {
      const { gzipSync } = await import('node:zlib')
      const { scale } = planted.box.meeting
      const points = (mark: string) =>
        scale.kind === 'grades' ? (scale.options.find(({ id }) => id === mark)?.points ?? '') : mark
      const rows = ballots.map(ballot => Object.values(ballot).map(points).join(','))
      await writeFile(join(folder, 'ballots.csv.gz'), gzipSync(rows.sort().join('\n')))
    }),
  },
  {
    name: 'opened ballots are left in a temporary file',
    row: 'LevelDB / WAL / journal remnants',
    caughtBy: ['markers'],
    leak: {
      open: async (store, options, room) => {
        const plain = room.votes.map(vote => vote.plain)
        await writeFile(join(room.folder, 'opening.tmp'), Buffer.concat(plain.toReversed()))
        return honestly(store, options)
      },
    },
  },
  {
    name: 'the piles of marks are kept in the order of casting',
    row: 'order of insertion',
    caughtBy: ['twins', 'game'],
    leak: {
      open: async (store, options, room) => {
        const last = room.votes.map(({ plain }) => plain.at(-1) ?? 0)
        const counts = await honestly(store, options)
        await writeFile(join(room.folder, 'pile.json'), JSON.stringify(last))
        return counts
      },
    },
  },
  {
    name: 'the counts name the mark first that was cast first',
    row: 'order of insertion',
    caughtBy: ['twins'],
    leak: {
      open: async (store, options, room) => {
        const counts: BoxCounts = JSON.parse(await honestly(store, options))
        // The mark of whoever voted first comes first in the row of the last person.
        const first = room.votes[0]?.plain.at(-1) ?? 0
        const tallies = counts.tallies.map(tally => {
          const entries = Object.entries(tally.marks)
          return { ...tally, marks: Object.fromEntries([...entries.slice(first - 1), ...entries.slice(0, first - 1)]) }
        })
        return JSON.stringify({ ...counts, tallies })
      },
    },
  },
  {
    name: 'a group of two is counted alone',
    row: 'small groups',
    caughtBy: ['counts'],
    leak: {
      open: async (store, options, room) => {
        await store.close()
        const opened = await openedGroups(store, room)
        const { setUp } = room.planted.script
        const counts = countBallots({ ...setUp, minGroupBallots: 1 }, opened, options.random)
        // The year's file would be refused with them: they stand beside it.
        await writeFile(join(room.folder, 'groups.json'), JSON.stringify(counts))
        return honestly(store, options)
      },
    },
  },
  {
    name: 'the small group’s own counts stay in a file beside',
    row: 'small groups',
    caughtBy: ['counts'],
    leak: keeping(async (ballots, { folder }) => {
      const marks: Record<string, number> = {}
      for (const ballot of ballots.slice(0, 2)) {
        const mark = Object.values(ballot)[0] ?? ''
        marks[mark] = (marks[mark] ?? 0) + 1
      }
      await writeFile(join(folder, 'b.json'), JSON.stringify({ group: 'B', marks, abstain: 0 }))
    }),
  },
  {
    name: 'the key is not destroyed',
    row: 'slip joined to ballot',
    caughtBy: ['markers'],
    leak: {
      open: async (store, options, room) => {
        const counts = await honestly(store, options)
        await writeFile(join(room.folder, 'key'), Buffer.from(room.planted.secretKey).toString('base64'))
        return counts
      },
    },
  },
  {
    name: 'the urn is copied before the opening',
    row: 'slip joined to ballot',
    caughtBy: ['markers'],
    leak: {
      open: async (store, options, { folder }) => {
        await writeFile(join(folder, 'm.urn.bak'), await readFile(join(folder, 'm.urn')))
        return honestly(store, options)
      },
    },
  },
]
