import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { suggestionContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import type { PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { shuffled } from '#shared/domain/ballot/shuffle.ts'
import { decodeSuggestion } from '#shared/domain/ballot/suggestion/encode-suggestion.ts'
import { keyAgreement } from './key-agreement.ts'
import type { OpeningKey } from './open-ballots.ts'
import { openSealed } from './open-sealed.ts'

/**
 * The suggestions that were written, opened in memory, in an order that nobody could foretell. Left out is what is empty,
 * what does not open, and a copy of a sealed one that somebody sent again. They are put in order before they are shuffled,
 * so that not even whoever knew the shuffle could find their slots again.
 */
export async function openSuggestions(
  sealed: readonly Uint8Array[],
  box: string,
  meeting: PublicMeeting,
  key: OpeningKey,
  random: RandomBytes,
): Promise<readonly string[]> {
  const agree = await keyAgreement(key.secretKey)
  const context = suggestionContext(box, meeting)
  const seen = new Set<string>()
  const texts: string[] = []
  for await (const some of openSealed(sealed, agree, key.publicKey, context)) {
    for (const { sealed: bytes, plain } of some) {
      const mark = Buffer.from(bytes).toString('base64')
      const text = plain && !seen.has(mark) ? decodeSuggestion(plain) : null
      if (text) texts.push(text)
      seen.add(mark)
      plain?.fill(0)
    }
  }
  return shuffled(texts.sort(), random)
}
