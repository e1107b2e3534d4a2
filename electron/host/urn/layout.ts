import { z } from 'zod'
import { SLOT_BYTES_STEP } from './slot.ts'
import { type TwinPlace, twinBytes } from './twin.ts'

/*
 * An urn's file, at its full size from the start:
 *
 *   preamble · meeting · slips · seal · header · counts   each twice (twin.ts)
 *   pending · released                                    the same, where the meeting takes suggestions
 *   slots                                                 equal, a range per group in the meeting's order; then, where
 *                                                         the meeting takes suggestions, a range for them all
 */
const RECORDS = ['meeting', 'slips', 'seal', 'header', 'counts'] as const
const SUGGESTION_RECORDS = ['pending', 'released'] as const
export type RecordName = (typeof RECORDS)[number]
export type SuggestionRecordName = (typeof SUGGESTION_RECORDS)[number]

const PREAMBLE_BYTES = 4096
export const URN_FORMAT = 'pingyi/urn'
export const URN_VERSION = 1

const size = z.int().min(4096).max(1_000_000_000)

/** The preamble: what is needed to find everything else. `box` is the box's id in hex. */
export const preambleSchema = z.strictObject({
  format: z.literal(URN_FORMAT),
  version: z.literal(URN_VERSION),
  box: z.string().regex(/^[0-9a-f]{32}$/),
  bytes: z.strictObject({
    meeting: size,
    slips: size,
    seal: size,
    header: size,
    counts: size,
    suggestions: size.optional(),
  }),
  slotBytes: size.multipleOf(SLOT_BYTES_STEP),
})
export type Preamble = Readonly<z.infer<typeof preambleSchema>>

export const PREAMBLE_PLACE: TwinPlace = { position: 0, bytes: PREAMBLE_BYTES, name: 'preamble' }

/** How many payload bytes each record must be able to hold. */
export type RecordSizes = Readonly<Record<RecordName, number>> & {
  /** Each of the two records of suggestions; `null` where the meeting takes none. */
  readonly suggestions: number | null
}

/** The preamble of a new urn whose records hold `sizes` and whose slots take `slotBytes`. */
export function newPreamble(box: string, sizes: RecordSizes, slotBytes: number): Preamble {
  const { meeting, slips, seal, header, counts, suggestions } = sizes
  return {
    format: URN_FORMAT,
    version: URN_VERSION,
    box,
    bytes: {
      meeting: twinBytes(meeting),
      slips: twinBytes(slips),
      seal: twinBytes(seal),
      header: twinBytes(header),
      counts: twinBytes(counts),
      ...(suggestions === null ? {} : { suggestions: twinBytes(suggestions) }),
    },
    slotBytes,
  }
}

export type Layout = {
  readonly places: Readonly<Record<RecordName, TwinPlace>>
  readonly suggestionPlaces: Readonly<Record<SuggestionRecordName, TwinPlace>> | null
  readonly slotPosition: (slot: number) => number
  readonly fileBytes: (slots: number) => number
}

/** Where everything of an urn stands. */
export function layoutOf({ box, bytes, slotBytes }: Preamble): Layout {
  let position = 2 * PREAMBLE_BYTES
  const placeOf = (name: RecordName | SuggestionRecordName, size: number): TwinPlace => {
    const found = { position, bytes: size, name: `${name} ${box}` }
    position += 2 * size
    return found
  }
  const place = (name: RecordName) => placeOf(name, bytes[name])
  const places = {
    meeting: place('meeting'),
    slips: place('slips'),
    seal: place('seal'),
    header: place('header'),
    counts: place('counts'),
  }
  const kept = bytes.suggestions
  const suggestionPlaces =
    kept === undefined ? null : { pending: placeOf('pending', kept), released: placeOf('released', kept) }
  const slotsFrom = position
  return {
    places,
    suggestionPlaces,
    slotPosition: slot => slotsFrom + slot * slotBytes,
    fileBytes: slots => slotsFrom + slots * slotBytes,
  }
}
