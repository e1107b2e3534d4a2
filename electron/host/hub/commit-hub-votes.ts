import type { Phase } from '#electron/host/urn/ballot-store.ts'
import type { GroupRange } from '#electron/host/urn/ranges.ts'
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
  const marks = batch.flatMap(vote => ('mark' in vote ? [vote.mark] : []))
  // One after the other, sent together: the box's row, what paper there is room for, and the slips.
  const [phase, room, suggestionsRoomLeft, voting] = await Promise.all([
    takeBox(box, query),
    paperRoom(box, query, batch),
    suggestionsRoom(box, query, batch),
    takeSlips(box, query, marks),
  ])
  if (phase !== 'sealed') return { phase, outcomes: batch.map(() => 'closed') }
  const others = await usedSlips(
    box,
    query,
    marks.filter(mark => !voting.has(mark.toString('latin1'))),
  )
  let suggestionsLeft = suggestionsRoomLeft
  const wanted = new Map<GroupRange['slots'], Uint8Array[]>()
  const want = (slots: GroupRange['slots'], ballots: readonly Uint8Array[]) => {
    const before = wanted.get(slots)
    if (before) before.push(...ballots)
    else wanted.set(slots, [...ballots])
  }
  const wantSuggestions = (suggestions: readonly Uint8Array[]) => {
    if (box.geometry.suggestions) want(box.geometry.suggestions.slots, suggestions)
  }
  const outcomes = batch.map((vote): HubOutcome => {
    if ('mark' in vote) {
      const mark = vote.mark.toString('latin1')
      const range = voting.get(mark)
      if (!range) return others.has(mark) ? 'already-recorded' : 'unknown-slip'
      // A slip that stands twice in a batch counts once.
      voting.delete(mark)
      others.add(mark)
      want(range.slots, [vote.sealed])
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
  const piles = [...wanted]
  const places = await Promise.all(piles.map(([slots, ballots]) => choosePlaces(box, query, slots, ballots.length)))
  await Promise.all(piles.map(([, ballots], index) => fill(box, query, places[index] ?? [], ballots)))
  return { phase, outcomes }
}

/** Takes the box's row: the phase as it is for as long as the transaction lasts. */
async function takeBox({ identity }: HubBox, query: Query): Promise<Phase> {
  const { rows } = await query<{ readonly phase: Phase }>('SELECT phase FROM pingyi_boxes WHERE box = $1 FOR UPDATE', [
    identity.box,
  ])
  return rows[0]?.phase ?? 'destroyed'
}

/** Uses the slips that had not voted, in a sealed box alone; these, with their group's range. */
async function takeSlips({ tables, ranges, identity }: HubBox, query: Query, marks: readonly Buffer[]) {
  const voting = new Map<string, GroupRange>()
  if (marks.length === 0) return voting
  const { rows } = await query<{ readonly mark: Buffer; readonly pile: number }>(
    `UPDATE ${tables.slips} SET voted = true WHERE mark = ANY($1::bytea[]) AND NOT voted
     AND EXISTS (SELECT 1 FROM pingyi_boxes WHERE box = $2 AND phase = 'sealed') RETURNING mark, pile`,
    [marks, identity.box],
  )
  for (const { mark, pile } of rows) {
    const range = ranges[pile]
    if (!range) throw new Error('a slip of no group')
    voting.set(mark.toString('latin1'), range)
  }
  return voting
}

/** Which of these are slips of the box. */
async function usedSlips({ tables }: HubBox, query: Query, marks: readonly Buffer[]): Promise<Set<string>> {
  if (marks.length === 0) return new Set()
  const { rows } = await query<{ readonly mark: Buffer }>(
    `SELECT mark FROM ${tables.slips} WHERE mark = ANY($1::bytea[])`,
    [marks],
  )
  return new Set(rows.map(({ mark }) => mark.toString('latin1')))
}

/** How many paper ballots each group that has some in the batch can still take, by group id. */
async function paperRoom(box: HubBox, query: Query, batch: readonly HubVote[]): Promise<Map<string, number>> {
  const papers = new Set(batch.flatMap(vote => ('paper' in vote ? [vote.paper] : [])))
  const room = [...papers].map(async (paper): Promise<[string, number]> => {
    const { id, slips, slots } = paper
    const { filled, voted } = await countGroup(box, query, paper)
    return [id, slots.end - slots.start - (slips.end - slips.start) - (filled - voted)]
  })
  return new Map(await Promise.all(room))
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

async function choosePlaces({ free }: HubBox, query: Query, slots: GroupRange['slots'], wanted: number) {
  const choose = free.get(slots)
  if (!choose) throw new Error('slots of no range')
  return choose(query, wanted)
}

async function fill(
  { tables }: HubBox,
  query: Query,
  places: readonly number[],
  ballots: readonly Uint8Array[],
): Promise<void> {
  const bytes = places.map((place, index) => fillHubSlot(ballots[index] ?? new Uint8Array(), place))
  const { changed } = await query(
    `UPDATE ${tables.slots} AS slots SET bytes = new.bytes, filled = true
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
