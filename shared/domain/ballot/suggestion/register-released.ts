import type { MeetingId } from '#shared/lib/fields.ts'
import type { Suggestion } from './suggestion.ts'

/**
 * The register with a meeting's released suggestions put into it, in their own order, with new numbers. A meeting that
 * stands in it already is left as it is: what was released is released once.
 */
export function registerReleased(
  register: readonly Suggestion[],
  meeting: MeetingId,
  texts: readonly string[],
): readonly Suggestion[] {
  if (register.some(each => each.meeting === meeting)) return register
  const last = Math.max(0, ...register.map(({ id }) => Number(id.slice(1))))
  return [...register, ...texts.map((text, index) => ({ id: `s${last + index + 1}`, meeting, text }))]
}
