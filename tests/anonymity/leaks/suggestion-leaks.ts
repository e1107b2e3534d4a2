import { openBox } from '#electron/host/box/open-box.ts'
import { waitingSuggestions } from '#electron/host/box/release-suggestions.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import type { NamedLeak } from './named-leak.ts'

/** The bytes that `randomBelow` draws at a time: a vote draws its ballot's slot, then its suggestion's. */
const CHOICE = 7

/** Leaks of the free words beside the ballots. */
export const suggestionLeaks: readonly NamedLeak[] = [
  {
    name: 'a suggestion lies in the slot of its ballot’s number',
    row: 'slip joined to ballot',
    caughtBy: ['order'],
    speaking: true,
    leak: {
      random: honest => {
        let last: Uint8Array | null = null
        return length => {
          if (length !== CHOICE) return honest(length)
          const drawn = last ?? honest(length)
          last = last ? null : drawn
          return drawn.slice()
        }
      },
    },
  },
  {
    name: 'suggestions wait in the clear until a teller looks at them',
    row: 'address, user agent, code, marker',
    caughtBy: ['markers'],
    speaking: true,
    leak: {
      store: (honest, { votes }) => ({
        ...honest,
        destroy: counts => honest.destroy(counts, Buffer.from(JSON.stringify(votes.map(({ words }) => words).sort()))),
      }),
    },
  },
  {
    name: 'released suggestions stand in the order of casting',
    row: 'order of insertion',
    caughtBy: ['twins'],
    speaking: true,
    leak: {
      open: async (store, options, { votes }) => {
        const opened = await openBox(store, TELLERS.slice(0, 2), options)
        if (!opened.ok) throw new Error(opened.error.code)
        const waiting = await waitingSuggestions(store, [TELLERS[0]])
        if (!waiting.ok) throw new Error(waiting.error)
        const cast = votes.map(({ words }) => words).filter(text => waiting.value.includes(text))
        await store.releaseSuggestions(Buffer.from(JSON.stringify(cast)))
        return opened.value.counts
      },
    },
  },
  {
    name: 'a suggestion that was not released stays beside',
    row: 'LevelDB / WAL / journal remnants',
    caughtBy: ['markers'],
    speaking: true,
    leak: {
      after: async ({ folder, votes }) => {
        const { writeFile } = await import('node:fs/promises')
        const { gzipSync } = await import('node:zlib')
        await writeFile(`${folder}/held.gz`, gzipSync(votes.at(-1)?.words ?? ''))
      },
    },
  },
]
