import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { type BallotFault, ballotFault } from '#shared/domain/ballot/cast/ballot-fault.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { suggestionContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { sealBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { encodeSuggestion } from './encode-suggestion.ts'
import { MOST_SUGGESTION, tidySuggestion } from './suggestion-text.ts'

/** Why a ballot's suggestion cannot be cast, or `null`: the meeting takes none, or it is too long. */
export function checkSuggestion({ suggestion = '' }: Ballot, { suggestions }: PublicMeeting): BallotFault | null {
  const { length: count } = tidySuggestion(suggestion)
  if (count > 0 && !suggestions) return ballotFault('suggestions-off', 'suggestion')
  if (count <= MOST_SUGGESTION) return null
  return ballotFault('suggestion-too-long', 'suggestion', { maximum: MOST_SUGGESTION, count })
}

/** A suggestion (`checkSuggestion` has nothing against it; empty: none) sealed to the box's key, always of one size. */
export function sealSuggestion(
  text: string,
  publicKey: Uint8Array,
  { box, meeting }: { readonly box: string; readonly meeting: PublicMeeting },
  random: RandomBytes,
): Uint8Array {
  const plain = encodeSuggestion(text)
  const sealed = sealBallot(plain, publicKey, suggestionContext(box, meeting), random)
  plain.fill(0)
  return sealed
}
