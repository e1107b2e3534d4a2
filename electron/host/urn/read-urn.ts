import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { emptyBits, placesOf } from './bits.ts'
import { type Geometry, geometryOf, largestSealed } from './geometry.ts'
import { decodeHeader, type Header } from './header.ts'
import { layoutOf } from './layout.ts'
import { type GroupRange, rangesOf } from './ranges.ts'
import { readPreamble } from './read-preamble.ts'
import { readRoll } from './slip-roll.ts'
import { slotBytesFor } from './slot.ts'
import { openTwin, type Twin } from './twin.ts'
import type { UrnFault } from './urn-fault.ts'
import type { UrnFile } from './urn-file.ts'
import type { UrnState } from './urn-state.ts'

/** Reads an urn's file as far as voting and opening need it; changes nothing. Rejects with the disk's error. */
export async function readUrn(file: UrnFile, random: RandomBytes): Promise<Result<UrnState, UrnFault>> {
  const preamble = await readPreamble(file)
  if (!preamble.ok) return preamble
  const layout = layoutOf(preamble.value)
  const meeting = (await openTwin(file, layout.places.meeting)).payload()
  const setUp = meeting ? readSetUp(Buffer.from(meeting).toString('utf8')) : null
  if (!meeting || !setUp?.ok) return damaged('meeting')
  const geometry = geometryOf(setUp.value)
  if (preamble.value.slotBytes !== slotBytesFor(largestSealed(geometry))) return damaged('preamble')
  if ((layout.suggestionPlaces === null) !== (geometry.suggestions === null)) return damaged('preamble')
  const fileBytes = layout.fileBytes(geometry.slots)
  if ((await file.read(fileBytes - 1, 2)).length !== 1) return damaged('size')

  const records = {
    slips: await openTwin(file, layout.places.slips),
    seal: await openTwin(file, layout.places.seal),
    header: await openTwin(file, layout.places.header),
    counts: await openTwin(file, layout.places.counts),
  }
  const kept = layout.suggestionPlaces && {
    pending: await openTwin(file, layout.suggestionPlaces.pending),
    released: await openTwin(file, layout.suggestionPlaces.released),
  }
  const ranges = rangesOf(geometry.groups)
  const counted = records.counts.payload() !== null
  const header = readHeader(records.header, geometry) ?? (counted ? countedHeader(geometry) : null)
  if (!header || !balances(header, ranges, geometry)) return damaged('header')
  if (!counted && (header.phase === 'counted' || header.phase === 'destroyed')) return damaged('counts')
  const rollBytes = records.slips.payload()
  const roll = rollBytes ? readRoll(rollBytes, geometry.slips) : null
  if (!counted && !roll) return damaged('slips')
  if (!counted && header.phase !== 'created' && !records.seal.payload()) return damaged('seal')
  return success({
    file,
    identity: { box: preamble.value.box, meeting: Buffer.from(meeting).toString('utf8') },
    geometry,
    layout,
    slotBytes: preamble.value.slotBytes,
    ranges,
    roll,
    records,
    kept,
    random,
    header,
    unsettled: null,
    batch: new SharedArrayBuffer(0),
  })
}

function damaged(place: string): Result<never, UrnFault> {
  return failure({ code: 'damaged', place })
}

function readHeader(record: Twin, { slips, slots }: Geometry): Header | null {
  const payload = record.payload()
  return payload ? decodeHeader(payload, slips, slots) : null
}

/** Once the counts are kept nothing else matters: a lost header must not keep them from being read. */
function countedHeader({ slips, slots }: Geometry): Header {
  return { phase: 'counted', slips: emptyBits(slips), slots: emptyBits(slots) }
}

/**
 * In each group as many slots are filled as slips have voted, and paper ballots keyed in: no more than it has. The same
 * of the suggestions: one for each slip that has voted, and those that came on paper.
 */
function balances({ slips, slots }: Header, ranges: readonly GroupRange[], { suggestions }: Geometry): boolean {
  const filled = ({ start, end }: GroupRange['slots']) => placesOf(slots, start, end, true).length
  const votedIn = (range: GroupRange) => placesOf(slips, range.slips.start, range.slips.end, true).length
  const fits = (paper: number, most: number) => paper >= 0 && paper <= most
  const ballots = ranges.every(range => {
    const most = range.slots.end - range.slots.start - (range.slips.end - range.slips.start)
    return fits(filled(range.slots) - votedIn(range), most)
  })
  if (!ballots || !suggestions) return ballots
  const voted = ranges.reduce((total, range) => total + votedIn(range), 0)
  return fits(filled(suggestions.slots) - voted, suggestions.paper)
}
