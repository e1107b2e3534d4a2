import { concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { sealBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import { groupOfSlipCode, readSlipCode } from '#shared/domain/ballot/slip/slip-code.ts'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'
import { checkSuggestion, sealSuggestion } from '#shared/domain/ballot/suggestion/seal-suggestion.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { Ballot } from './ballot.ts'
import type { BallotFault } from './ballot-fault.ts'
import { rowsOfBallot } from './ballot-rows.ts'
import { ATTEMPT_BYTES, encodeCast } from './cast-message.ts'
import { encodeRows } from './encode-rows.ts'
import type { PublicBox } from './public-box.ts'

/** Why a vote is not even sent. */
export type NotSent =
  | { readonly reason: 'bad-code' }
  | { readonly reason: 'bad-ballot'; readonly faults: readonly BallotFault[] }

/**
 * A vote as it is posted: the typed code and the filled-in ballot, checked and sealed. Made once and kept: a second try
 * sends the same bytes, so that the first submit freezes the ballot. The group is the code's own.
 */
export function prepareCast(
  box: PublicBox,
  typedCode: string,
  ballot: Ballot,
  random: RandomBytes,
): Result<Uint8Array, NotSent> {
  const { meeting } = box
  const code = readSlipCode(typedCode)
  const group = code === null ? undefined : meeting.groups[groupOfSlipCode(code, meeting.groups.length)]
  if (code === null || !group) return failure({ reason: 'bad-code' })
  const rows = rowsOfBallot(ballot, meeting, group)
  if (!rows.ok) return failure({ reason: 'bad-ballot', faults: rows.error })
  const broken = checkSuggestion(ballot, meeting)
  if (broken) return failure({ reason: 'bad-ballot', faults: [broken] })
  const publicKey = hexToBytes(box.publicKey)
  const context = ballotContext(box.box, meeting, group.id)
  const sealed = sealBallot(encodeRows(rows.value, meeting), publicKey, context, random)
  // Under a key of its own, also where nothing was written.
  const words = meeting.suggestions ? sealSuggestion(ballot.suggestion ?? '', publicKey, box, random) : new Uint8Array()
  const proof = slipProof(code, box.box)
  return success(encodeCast({ proof, attempt: random(ATTEMPT_BYTES), sealed: concatBytes(sealed, words) }))
}
