import { openBox } from '#electron/host/box/open-box.ts'
import { waitingSuggestions } from '#electron/host/box/release-suggestions.ts'
import type { RoomVote } from '#tests/anonymity/plant-room.ts'
import { KNOWN_WORDS } from '#tests/anonymity/script.ts'
import type { Leak } from '#tests/anonymity/scripted-meeting.ts'
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
    caughtBy: ['twins', 'game'],
    speaking: true,
    leak: { open: releasedInOrder(votes => votes) },
  },
  {
    name: 'released suggestions stand in the order of the marks beside them',
    row: 'slip joined to ballot',
    caughtBy: ['game'],
    speaking: true,
    cast: KNOWN_WORDS,
    leak: {
      open: releasedInOrder(votes => votes.toSorted((a, b) => (a.plain.at(-1) ?? 0) - (b.plain.at(-1) ?? 0))),
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

/** An opening after which a teller releases what was written in an order of the votes. */
function releasedInOrder(orderOf: (votes: readonly RoomVote[]) => readonly RoomVote[]): Leak['open'] & {} {
  return async (store, options, { votes }) => {
    const opened = await openBox(store, TELLERS.slice(0, 2), options)
    if (!opened.ok) throw new Error(opened.error.code)
    const waiting = await waitingSuggestions(store, [TELLERS[0]])
    if (!waiting.ok) throw new Error(waiting.error)
    const cast = orderOf(votes)
      .map(({ words }) => words)
      .filter(text => waiting.value.includes(text))
    await store.releaseSuggestions(Buffer.from(JSON.stringify(cast)))
    return opened.value.counts
  }
}
