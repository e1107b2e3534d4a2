import { bytesToHex } from '@noble/hashes/utils.js'
import { fingerprintOf } from '#shared/domain/ballot/sealed/box-key.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { type PublicMeeting, publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'

export const PUBLIC_BOX_FORMAT = 'pingyi/box'

/** What the station tells everyone (`GET /meeting`): the same bytes from the sealing to the opening. Keys in hex. */
export type PublicBox = {
  readonly format: typeof PUBLIC_BOX_FORMAT
  readonly version: 1
  readonly box: string
  readonly publicKey: string
  readonly fingerprint: string
  readonly meeting: PublicMeeting
  /** Said where the ballots lie in a hub's database: what voters are promised is less then. */
  readonly database?: true | undefined
}

/** A sealed box as its voters see it. `box` is its id in hex, `publicKey` 32 bytes. */
export function publicBox(box: string, publicKey: Uint8Array, setUp: MeetingSetUp): PublicBox {
  return {
    format: PUBLIC_BOX_FORMAT,
    version: 1,
    box,
    publicKey: bytesToHex(publicKey),
    fingerprint: fingerprintOf(publicKey),
    meeting: publicMeeting(setUp),
  }
}
