import { InputError, type Io } from '#electron/cli/command.ts'
import { releasedTexts, releaseSuggestions } from '#electron/host/box/release-suggestions.ts'
import type { Tellers } from '#electron/host/box/tellers.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'

export type SuggestionsChoice = 'keep' | 'release' | 'destroy'

/** What `--suggestions` says; left out: the suggestions wait. */
export function readSuggestionsChoice(value: string | undefined, usage: string): SuggestionsChoice {
  if (value === undefined) return 'keep'
  if (value === 'release' || value === 'destroy') return value
  throw new InputError([`--suggestions ${value}：只能是 release 或 destroy`, `用法：${usage}`])
}

/**
 * Does with the waiting suggestions as a teller who opened the boxes chose. `texts`: what is released, where that was
 * asked for; of several halls in the order of the words, which says nothing of the hall. `null`, told in words: none of
 * those on standard input may choose.
 */
export async function settleSuggestions(
  stores: readonly BallotStore[],
  { tellers, recovery }: Tellers,
  choice: SuggestionsChoice,
  io: Io,
): Promise<{ readonly texts: readonly string[] | null } | null> {
  const waiting = stores.filter(store => store.suggestions()?.state === 'pending')
  if (choice === 'keep') {
    if (waiting.length > 0) io.say('有意见建议待监票人放行：开过箱的监票人加 --suggestions release 或 destroy')
    return { texts: null }
  }
  const openers = [...tellers, ...(recovery === undefined ? [] : [{ recovery }])]
  for (const store of waiting) {
    const released = await releaseSuggestions(store, openers, choice === 'release' ? 'all' : [])
    if (released.ok) continue
    io.say('意见建议还在等待：要由开箱时口令正确的监票人放行')
    return null
  }
  if (choice !== 'release') return { texts: null }
  const texts = stores.flatMap(releasedTexts)
  return { texts: stores.length > 1 ? texts.sort() : texts }
}
