import type { MeetingId } from '#shared/lib/fields.ts'
import type { Suggestion } from './suggestion.ts'

/** Those of a meeting's released suggestions that are not in the register yet, in their own order; each counts as often as it was said. */
export function notRegistered(
  register: readonly Suggestion[],
  meeting: MeetingId,
  texts: readonly string[],
): readonly string[] {
  const standing = register.flatMap(each => (each.meeting === meeting ? [each.text] : []))
  return texts.filter(text => {
    const place = standing.indexOf(text)
    if (place >= 0) standing.splice(place, 1)
    return place < 0
  })
}

/**
 * The register with a meeting's released suggestions put into it, in their own order, with new numbers. Those that stand in it
 * already are left as they are, so that the same may be put in again; of several halls more may come later.
 */
export function registerReleased(
  register: readonly Suggestion[],
  meeting: MeetingId,
  texts: readonly string[],
): readonly Suggestion[] {
  const missing = notRegistered(register, meeting, texts)
  if (missing.length === 0) return register
  const last = Math.max(0, ...register.map(({ id }) => Number(id.slice(1))))
  return [...register, ...missing.map((text, index) => ({ id: `s${last + index + 1}`, meeting, text }))]
}
