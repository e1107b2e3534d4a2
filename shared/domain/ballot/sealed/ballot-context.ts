import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'

/**
 * What a sealed ballot is bound to: this box, this meeting as the voter saw it, this group. A ballot moved to another
 * group or box, or filled in on another list of names, does not open. `box` is the box's id in hex.
 */
export function ballotContext(box: string, meeting: PublicMeeting, groupId: string): Uint8Array {
  return utf8ToBytes(['pingyi/ballot/1', box, digestOf(meeting), groupId].join('\n'))
}

/** What a sealed suggestion is bound to: this box and this meeting, and no group. It opens as no ballot, nor a ballot as it. */
export function suggestionContext(box: string, meeting: PublicMeeting): Uint8Array {
  return utf8ToBytes(['pingyi/suggestion/1', box, digestOf(meeting)].join('\n'))
}

function digestOf(meeting: PublicMeeting): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(meeting))))
}
