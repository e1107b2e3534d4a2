import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'

/**
 * What a sealed ballot is bound to: this box, this meeting as the voter saw it, this group. A ballot moved to another
 * group or box, or filled in on another list of names, does not open. `box` is the box's id in hex.
 */
export function ballotContext(box: string, meeting: PublicMeeting, groupId: string): Uint8Array {
  const digest = bytesToHex(sha256(utf8ToBytes(JSON.stringify(meeting))))
  return utf8ToBytes(['pingyi/ballot/1', box, digest, groupId].join('\n'))
}
