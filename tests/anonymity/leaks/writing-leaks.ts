import { appendFile, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NamedLeak } from './named-leak.ts'

/** What is written after the count, with a channel in it that nobody sees. */
export const writingLeaks: readonly NamedLeak[] = [
  {
    name: 'a sheet carries who voted how behind its end',
    row: 'two archives of one meeting',
    caughtBy: ['twins'],
    leak: {
      after: async ({ folder, votes }) => {
        // Scrambled with what only its maker knows: no marker is left, but the worlds differ.
        const hidden = votes.map(({ plain }) => (plain.at(-1) ?? 0) ^ 0x5a)
        await appendFile(join(folder, 'years', 'ballot-summary.pdf'), Buffer.from(hidden).toString('base64'))
      },
    },
  },
  {
    name: 'spaces in the year’s file spell the first vote',
    row: 'two archives of one meeting',
    caughtBy: ['twins'],
    leak: {
      after: async ({ folder, votes }) => {
        const path = join(folder, 'years', '2026.pingyi.json')
        const text = await readFile(path, 'utf8')
        await writeFile(path, `${text}${' '.repeat(votes[0]?.plain.at(-1) ?? 0)}`)
      },
    },
  },
  {
    name: 'a file’s time spells the first vote',
    row: 'order of insertion',
    caughtBy: ['game'],
    leak: {
      after: async ({ folder, votes }) => {
        const time = new Date(Date.UTC(2000, 0, votes[0]?.plain.at(-1) ?? 0))
        await utimes(join(folder, 'years', 'results.json'), time, time)
      },
    },
  },
]
