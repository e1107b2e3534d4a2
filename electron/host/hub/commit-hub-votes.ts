import type { Phase } from '#electron/host/urn/ballot-store.ts'
import type { GroupRange } from '#electron/host/urn/ranges.ts'
import { freePlaces } from './free-places.ts'
import type { HubBox } from './hub-box.ts'
import type { Query } from './hub-database.ts'
import { HubFailure } from './hub-failure.ts'
import { fillHubSlot } from './hub-slot.ts'

/**
 * One slip's vote (`mark` is what the roll keeps of it) with its suggestion, a bundle of paper ballots, or suggestions that
 * came on paper; each is taken as a whole.
 */
export type HubVote =
  | { readonly mark: Buffer; readonly sealed: Uint8Array; readonly suggestion: Uint8Array | null }
  | { readonly paper: GroupRange; readonly sealed: readonly Uint8Array[] }
  | { readonly suggestions: readonly Uint8Array[] }

export type HubOutcome = 'recorded' | 'already-recorded' | 'unknown-slip' | 'full' | 'closed' | 'storage'

/** `phase` as the database has it now; `null` where it could not be asked. */
export type Committed = { readonly phase: Phase | null; readonly outcomes: readonly HubOutcome[] }

/**
 * Commits a batch of votes in one transaction that begins by taking the box's row: batches of several stations come one
 * after the other, and closing waits for the one under way. Where the database fails every vote of the batch is refused
 * (`storage`). Should it have been recorded all the same, the phone that tries again hears `already-recorded`.
 */
export async function commitHubVotes(box: HubBox, batch: readonly HubVote[]): Promise<Committed> {
  try {
    return await box.db.transaction(query => commit(box, query, batch))
  } catch (error) {
    if (!(error instanceof HubFailure)) throw error
    return { phase: null, outcomes: batch.map(() => 'storage') }
  }
}

async function commit(box: HubBox, query: Query, batch: readonly HubVote[]): Promise<Committed> {
  const { rows } = await query<{ readonly phase: Phase }>('SELECT phase FROM pingyi_boxes WHERE box = $1 FOR UPDATE', [
    box.identity.box,
  ])
  const phase = rows[0]?.phase ?? 'destroyed'
  if (phase !== 'sealed') return { phase, outcomes: batch.map(() => 'closed') }
  const piles = await unusedPiles(box, query, batch)
  const room = await paperRoom(box, query, batch)
  const taken: Buffer[] = []
  let suggestionsLeft = await suggestionsRoom(box, query, batch)
  const wanted = new Map<GroupRange['slots'], Uint8Array[]>()
  const want = (slots: GroupRange['slots'], ballots: readonly Uint8Array[]) =>
    wanted.set(slots, [...(wanted.get(slots) ?? []), ...ballots])
  const wantSuggestions = (suggestions: readonly Uint8Array[]) => {
    if (box.geometry.suggestions) want(box.geometry.suggestions.slots, suggestions)
  }
  const outcomes = batch.map((vote): HubOutcome => {
    if ('mark' in vote) {
      const slip = piles.get(vote.mark.toString('hex'))
      if (!slip) return 'unknown-slip'
      if (slip.voted) return 'already-recorded'
      // A slip that stands twice in a batch counts once.
      slip.voted = true
      taken.push(vote.mark)
      want(slip.range.slots, [vote.sealed])
      if (vote.suggestion) wantSuggestions([vote.suggestion])
      return 'recorded'
    }
    if ('suggestions' in vote) {
      if (vote.suggestions.length > suggestionsLeft) return 'full'
      suggestionsLeft -= vote.suggestions.length
      wantSuggestions(vote.suggestions)
      return 'recorded'
    }
    const left = (room.get(vote.paper.id) ?? 0) - vote.sealed.length
    if (left < 0) return 'full'
    room.set(vote.paper.id, left)
    want(vote.paper.slots, vote.sealed)
    return 'recorded'
  })
  await markVoted(box, query, taken)
  for (const [slots, ballots] of wanted) await fill(box, query, slots, ballots)
  return { phase, outcomes }
}

async function markVoted({ tables }: HubBox, query: Query, marks: readonly Buffer[]): Promise<void> {
  if (marks.length === 0) return
  const { changed } = await query(
    `UPDATE ${tables.slips} SET voted = true WHERE mark = ANY($1::bytea[]) AND NOT voted`,
    [marks],
  )
  if (changed !== marks.length) throw new Error('a slip voted twice')
}

/** The batch's slips that are of this box, by their mark in hex. */
async function unusedPiles(box: HubBox, query: Query, batch: readonly HubVote[]) {
  const marks = batch.flatMap(vote => ('mark' in vote ? [vote.mark] : []))
  const { rows } = await query<{ readonly mark: Buffer; readonly pile: number; readonly voted: boolean }>(
    `SELECT mark, pile, voted FROM ${box.tables.slips} WHERE mark = ANY($1::bytea[])`,
    [marks],
  )
  const piles = new Map<string, { readonly range: GroupRange; voted: boolean }>()
  for (const { mark, pile, voted } of rows) {
    const range = box.ranges[pile]
    if (!range) throw new Error('a slip of no group')
    piles.set(mark.toString('hex'), { range, voted })
  }
  return piles
}

/** How many paper ballots each group that has some in the batch can still take, by group id. */
async function paperRoom(box: HubBox, query: Query, batch: readonly HubVote[]): Promise<Map<string, number>> {
  const room = new Map<string, number>()
  for (const vote of batch) {
    if (!('paper' in vote) || room.has(vote.paper.id)) continue
    const { id, slips, slots } = vote.paper
    const { filled, voted } = await countGroup(box, query, vote.paper)
    room.set(id, slots.end - slots.start - (slips.end - slips.start) - (filled - voted))
  }
  return room
}

/** How many suggestions on paper there is still room for; asked only where some are in the batch. */
async function suggestionsRoom(box: HubBox, query: Query, batch: readonly HubVote[]): Promise<number> {
  const { suggestions } = box.geometry
  if (!suggestions || !batch.some(vote => 'suggestions' in vote)) return 0
  const { rows } = await query<{ readonly paper: number }>(
    `SELECT
       (SELECT count(*)::integer FROM ${box.tables.slots} WHERE place >= $1 AND place < $2 AND filled)
       - (SELECT count(*)::integer FROM ${box.tables.slips} WHERE voted) AS paper`,
    [suggestions.slots.start, suggestions.slots.end],
  )
  return suggestions.paper - (rows[0]?.paper ?? 0)
}

async function fill(
  box: HubBox,
  query: Query,
  slots: GroupRange['slots'],
  ballots: readonly Uint8Array[],
): Promise<void> {
  if (ballots.length === 0) return
  const places = await freePlaces(query, box.tables.slots, slots, ballots.length, box.random)
  const bytes = places.map((place, index) => fillHubSlot(ballots[index] ?? new Uint8Array(), place))
  const { changed } = await query(
    `UPDATE ${box.tables.slots} AS slots SET bytes = new.bytes, filled = true
     FROM unnest($1::integer[], $2::bytea[]) AS new (place, bytes)
     WHERE slots.place = new.place AND NOT slots.filled`,
    [places, bytes],
  )
  if (changed !== ballots.length) throw new Error('a slot was filled twice')
}

/** How many slots of a group are filled and how many of its slips have voted; the rest of the slots is paper. */
export async function countGroup(
  { tables, ranges }: HubBox,
  query: Query,
  range: GroupRange,
): Promise<{ readonly filled: number; readonly voted: number }> {
  const { rows } = await query<{ readonly filled: number; readonly voted: number }>(
    `SELECT
       (SELECT count(*)::integer FROM ${tables.slots} WHERE place >= $1 AND place < $2 AND filled) AS filled,
       (SELECT count(*)::integer FROM ${tables.slips} WHERE pile = $3 AND voted) AS voted`,
    [range.slots.start, range.slots.end, ranges.indexOf(range)],
  )
  return rows[0] ?? { filled: 0, voted: 0 }
}
