import type {
  BallotStore,
  CastOutcome,
  PaperOutcome,
  Phase,
  SealedGroup,
  SealedPile,
} from '#electron/host/urn/ballot-store.ts'
import { votedBytes } from '#electron/host/urn/geometry.ts'
import { groupCommit } from '#electron/host/urn/group-commit.ts'
import type { GroupRange } from '#electron/host/urn/ranges.ts'
import { type RollKey, rollKey } from '#electron/host/urn/slip-roll.ts'
import { askSlips, type Slip } from './ask-slips.ts'
import { commitHubVotes, type HubVote } from './commit-hub-votes.ts'
import { destroyTables, keepCounts, keepReleased } from './destroy-hub-box.ts'
import type { HubBox } from './hub-box.ts'
import { HubFailure, isMissingTable } from './hub-failure.ts'
import { type HubCounts, type HubRow, readCounts, readRow } from './hub-row.ts'
import { readHubSlot } from './hub-slot.ts'

/**
 * A box in a hub as a store of ballots; several stores, in several processes, may share one. What every vote depends on
 * is asked of the database each time; the phase, the seal and the counts are as this store last saw them.
 */
export type HubStore = BallotStore & {
  /** Sees what others did with the box. Rejects with a HubFailure where the database cannot be asked. */
  readonly refresh: () => Promise<void>
  /** Whether the database answers and the box takes votes. */
  readonly isReady: () => Promise<boolean>
}

// What goes together takes the database hardly longer than one vote alone; more would only make the first wait.
const MOST_IN_BATCH = 256
const MOST_WAITING = 5_000

/** The store of a box whose row was just read. Releasing it does not end the database's connections. */
export function hubStore(box: HubBox, first: HubRow, counted: HubCounts): HubStore {
  let row = first
  let counts = counted
  let key = keyOf(first)
  let released = false
  const seePhase = (phase: Phase | null) => {
    if (phase !== null && phase !== row.phase) row = { ...row, phase }
  }
  const refresh = async () => {
    const next = await readRow(box.db, box.identity.box)
    if (!next) throw new Error('the box is not in the database any more')
    row = next
    key = keyOf(next)
    counts = await readCounts(box)
  }
  const commits = groupCommit(async (batch: readonly HubVote[]) => {
    const { phase, outcomes } = await commitHubVotes(box, batch)
    seePhase(phase)
    return outcomes
  }, MOST_IN_BATCH)
  const asks = groupCommit(async (marks: readonly Buffer[]): Promise<readonly Slip[]> => {
    const { phase, slips } = await askSlips(box, marks)
    seePhase(phase)
    return slips
  }, MOST_IN_BATCH)
  const markOf = (proof: Uint8Array) => key?.hashOf(proof) ?? null
  const isOpen = () => !released && row.phase === 'sealed'

  const cast = async (proof: Uint8Array, sealed: Uint8Array): Promise<CastOutcome> => {
    if (!isOpen()) return 'closed'
    if (sealed.length !== votedBytes(box.geometry)) return 'bad-request'
    const mark = markOf(proof)
    if (!mark) return 'unknown-slip'
    if (commits.waiting() >= MOST_WAITING) return 'busy'
    const ballot = sealed.slice(0, box.geometry.sealedBytes)
    const suggestion = box.geometry.suggestions ? sealed.slice(box.geometry.sealedBytes) : null
    const outcome = await commits.add({ mark, sealed: ballot, suggestion })
    if (outcome === 'full') throw new Error('every slip has its slot')
    return outcome
  }

  const castPaper = async (group: string, sealed: readonly Uint8Array[]): Promise<PaperOutcome> => {
    if (!isOpen()) return 'closed'
    if (sealed.some(ballot => ballot.length !== box.geometry.sealedBytes)) return 'bad-request'
    const paper = box.ranges.find(({ id }) => id === group)
    if (!paper) return 'unknown-group'
    if (commits.waiting() >= MOST_WAITING) return 'busy'
    const outcome = await commits.add({ paper, sealed })
    if (outcome === 'already-recorded' || outcome === 'unknown-slip') throw new Error('paper has no slip')
    if (outcome === 'recorded') counts = await readCounts(box)
    return outcome
  }

  const castSuggestions = async (sealed: readonly Uint8Array[]): Promise<PaperOutcome> => {
    if (!isOpen()) return 'closed'
    if (sealed.some(each => each.length !== box.geometry.suggestions?.sealedBytes)) return 'bad-request'
    if (commits.waiting() >= MOST_WAITING) return 'busy'
    const outcome = await commits.add({ suggestions: sealed })
    if (outcome === 'already-recorded' || outcome === 'unknown-slip') throw new Error('paper has no slip')
    return outcome
  }

  return {
    identity: box.identity,
    phase: () => row.phase,
    seal: () => row.seal,
    sealWith: async record => {
      const { changed } = await box.db.query(
        "UPDATE pingyi_boxes SET seal = $2, phase = 'sealed' WHERE box = $1 AND phase = 'created'",
        [box.identity.box, Buffer.from(record)],
      )
      await refresh()
      return changed === 1
    },
    participate: async proof => {
      const mark = markOf(proof)
      return mark ? (await asks.add(mark)).participation : 'unknown-slip'
    },
    draftHalf: async proof => {
      const own = key
      if (!isOpen() || !own) return null
      const { participation, phase } = await asks.add(own.hashOf(proof))
      return participation === 'unused' && phase === 'sealed' ? own.draftHalfOf(proof) : null
    },
    cast,
    castPaper,
    castSuggestions,
    paper: () => counts.paper,
    filled: () => counts.filled,
    close: async () => {
      // Takes the box's row: waits for the batch under way, this store's or another's; what comes after finds it closed.
      await box.db.query("UPDATE pingyi_boxes SET phase = 'closed' WHERE box = $1 AND phase = 'sealed'", [
        box.identity.box,
      ])
      await refresh()
    },
    readSealed: () => readSealed(box),
    readSuggestions: () => readSuggestions(box),
    destroy: async (text, pending) => {
      await keepCounts(box, text, pending)
      await destroyTables(box)
      await refresh()
    },
    counts: () => row.counts,
    suggestions: () => {
      if (row.released) return { state: 'released', bytes: row.released }
      return row.pending ? { state: 'pending', bytes: row.pending } : null
    },
    releaseSuggestions: async released => {
      await keepReleased(box, released)
      await refresh()
    },
    still: work => commits.still(work),
    refresh,
    isReady: async () => {
      try {
        seePhase((await askSlips(box, [])).phase)
        return isOpen()
      } catch (error) {
        if (!(error instanceof HubFailure)) throw error
        return false
      }
    },
    release: async () => {
      released = true
      await commits.idle()
      await asks.idle()
    },
  }
}

/** The key of the box's roll, gone with its slips. */
function keyOf({ rollKey: bytes }: HubRow): RollKey | null {
  return bytes && rollKey(bytes)
}

async function* readSealed(box: HubBox): AsyncGenerator<SealedGroup> {
  for (const { id, slots } of box.ranges) {
    let parts = 0
    for await (const part of readParts(box, slots, box.geometry.sealedBytes)) {
      parts++
      yield { id, ...part }
    }
    if (parts === 0) yield { id, sealed: [], damaged: 0 }
  }
}

async function readSuggestions(box: HubBox): Promise<SealedPile> {
  const { suggestions } = box.geometry
  const parts = suggestions ? await Array.fromAsync(readParts(box, suggestions.slots, suggestions.sealedBytes)) : []
  return {
    sealed: parts.flatMap(({ sealed }) => sealed),
    damaged: parts.reduce((sum, { damaged }) => sum + damaged, 0),
  }
}

// So many rows are in memory at once, however many there are.
const ROWS_AT_ONCE = 2_000

/** The filled slots of a range, part by part. */
async function* readParts(
  { db, tables }: HubBox,
  { start, end }: GroupRange['slots'],
  sealedBytes: number,
): AsyncGenerator<SealedPile> {
  for (let from = start; ; ) {
    const { rows } = await db
      .query<{ readonly place: number; readonly bytes: Buffer }>(
        `SELECT place, bytes FROM ${tables.slots} WHERE place >= $1 AND place < $2 AND filled ORDER BY place LIMIT $3`,
        [from, end, ROWS_AT_ONCE],
      )
      .catch((error: unknown) => {
        // Somebody else has opened the box meanwhile: opening it again gives the counts.
        throw isMissingTable(error) ? new HubFailure('42P01') : error
      })
    const last = rows.at(-1)
    if (!last) return
    const sealed = rows.flatMap(({ place, bytes }) => readHubSlot(bytes, place, sealedBytes) ?? [])
    yield { sealed, damaged: rows.length - sealed.length }
    from = last.place + 1
  }
}
