import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import type { Suggestion } from './suggestion.ts'

/** Faults of the register: an id twice, a meeting that is not in the file, an answer's date without the answer. */
export function checkSuggestions(
  suggestions: readonly Suggestion[],
  { meetings }: { readonly meetings: readonly Meeting[] },
): Fault[] {
  const held = new Set<string>(meetings.map(({ id }) => id))
  return [
    ...duplicates(suggestions, ({ id }) => id).map(({ index, first }) =>
      fault(at('suggestions', index, 'id'), 'duplicate', {
        value: suggestions[index]?.id ?? '',
        first: at('suggestions', first),
      }),
    ),
    ...suggestions.flatMap(({ meeting, answer, answered }, index) => [
      ...(held.has(meeting) ? [] : [fault(at('suggestions', index, 'meeting'), 'unknown-id', { value: meeting })]),
      ...(answered !== undefined && answer === undefined ? [fault(at('suggestions', index, 'answer'), 'missing')] : []),
    ]),
  ]
}
