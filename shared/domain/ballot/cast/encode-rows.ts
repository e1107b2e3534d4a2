import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { type BallotRows, emptyRows, rowCount } from './ballot-rows.ts'
import { invalidValue } from './scale-values.ts'

const VERSION = 1
const BLOCK = 64

/** Bytes that one row takes: the fewest that hold the scale's marks, an abstention, 本人 and an invalid row. */
function rowBytes(meeting: PublicMeeting): number {
  const largest = invalidValue(meeting.scale)
  return largest < 2 ** 8 ? 1 : largest < 2 ** 16 ? 2 : 3
}

/** The size in bytes of every ballot of the meeting, whoever fills it in and however much of it. */
export function plainBytes(meeting: PublicMeeting): number {
  return Math.ceil((1 + rowCount(meeting) * rowBytes(meeting)) / BLOCK) * BLOCK
}

/** A ballot's rows as bytes: a version, each row low byte first, zeros up to the meeting's one size. */
export function encodeRows(rows: BallotRows, meeting: PublicMeeting): Uint8Array {
  const bytes = new Uint8Array(plainBytes(meeting))
  const width = rowBytes(meeting)
  bytes[0] = VERSION
  rows.forEach((value, row) => {
    for (let byte = 0; byte < width; byte++) bytes[1 + row * width + byte] = (value >>> (8 * byte)) & 0xff
  })
  return bytes
}

/** The bytes of a paper ballot that is void as a whole (unreadable, marked): of the one size, and no ballot (`decodeRows`). */
export function encodeVoid(meeting: PublicMeeting): Uint8Array {
  return new Uint8Array(plainBytes(meeting))
}

/**
 * The rows in a ballot's bytes, or `null` where they are not exactly what `encodeRows` would write: another size or
 * version, a mark that the scale has not, anything hidden in the padding.
 */
export function decodeRows(bytes: Uint8Array, meeting: PublicMeeting): BallotRows | null {
  if (bytes.length !== plainBytes(meeting) || bytes[0] !== VERSION) return null
  const width = rowBytes(meeting)
  const rows = emptyRows(meeting)
  const largest = invalidValue(meeting.scale)
  for (let row = 0; row < rows.length; row++) {
    let value = 0
    for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (bytes[1 + row * width + byte] ?? 0)
    if (value > largest) return null
    rows[row] = value
  }
  return bytes.subarray(1 + rows.length * width).every(byte => byte === 0) ? rows : null
}
