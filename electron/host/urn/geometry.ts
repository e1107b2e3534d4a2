import { sealedBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import { scaleSize } from '#shared/domain/ballot/cast/scale-values.ts'
import { type MeetingSetUp, slotsOf } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { SUGGESTION_BYTES, sealedSuggestionBytes } from '#shared/domain/ballot/suggestion/encode-suggestion.ts'
import type { GroupSize } from './ranges.ts'

/** The sizes that follow from what is voted on. */
export type Geometry = {
  readonly groups: readonly GroupSize[]
  readonly slips: number
  /** All slots: the groups', then as many for suggestions where the meeting takes them. */
  readonly slots: number
  /** Bytes of a sealed ballot. */
  readonly sealedBytes: number
  readonly suggestions: SuggestionsGeometry | null
  /** The most that the counts can take as JSON: the urn keeps room for them, since a full disk must not lose a count. */
  readonly countsBytes: number
}

/** The pile of suggestions: a slot for every ballot there can be, of all groups together. */
export type SuggestionsGeometry = {
  readonly slots: { readonly start: number; readonly end: number }
  /** Of these, what slips do not need: for suggestions that came on paper. */
  readonly paper: number
  readonly sealedBytes: number
  /** The most that all of them can take once they are opened, and locked for the tellers. */
  readonly keptBytes: number
}

export function geometryOf(setUp: MeetingSetUp): Geometry {
  const groups = setUp.groups.map(group => ({ id: group.id, slips: group.slips, slots: slotsOf(group) }))
  const slots = groups.reduce((total, group) => total + group.slots, 0)
  const slips = groups.reduce((total, group) => total + group.slips, 0)
  const meeting = publicMeeting(setUp)
  return {
    groups,
    slips,
    slots: meeting.suggestions ? 2 * slots : slots,
    sealedBytes: sealedBytes(meeting),
    suggestions: meeting.suggestions
      ? {
          slots: { start: slots, end: 2 * slots },
          paper: slots - slips,
          sealedBytes: sealedSuggestionBytes(meeting),
          keptBytes: LOCKS + slots * KEPT_SUGGESTION,
        }
      : null,
    countsBytes: countsBytes(setUp, slots),
  }
}

/** Bytes of what is sealed in a vote: a ballot, and a suggestion where the meeting takes them. */
export function votedBytes({ sealedBytes: ballot, suggestions }: Geometry): number {
  return ballot + (suggestions?.sealedBytes ?? 0)
}

/** Bytes of the largest thing that a slot must hold. */
export function largestSealed({ sealedBytes: ballot, suggestions }: Geometry): number {
  return Math.max(ballot, suggestions?.sealedBytes ?? 0)
}

// A share for each of fifteen tellers and the envelope, and what seals the whole; a suggestion as JSON text.
const LOCKS = 16 * 1024
const KEPT_SUGGESTION = SUGGESTION_BYTES + 16

// Generous lengths of `{"instructor":…,"self":0},` and `{"id":…,"mergedInto":…},` without ids and marks.
const ROW = 120
const GROUP = 160
const MARK = 12

function countsBytes({ groups, instructors, indicators, scale }: MeetingSetUp, slots: number): number {
  const ids = (items: readonly { readonly id: string }[]) => items.reduce((total, { id }) => total + jsonBytes(id), 0)
  const rows = groups.length * instructors.length * indicators.length
  const rowIds =
    ids(groups) * instructors.length * indicators.length +
    ids(instructors) * groups.length * indicators.length +
    ids(indicators) * groups.length * instructors.length
  const marks =
    scale.kind === 'grades'
      ? rows * (ids(scale.options) + scale.options.length * MARK)
      : // On a points scale no row has more marks than the scale has points, and a person no more than there are slots.
        instructors.length *
        indicators.length *
        Math.min(slots, groups.length * scaleSize(scale)) *
        (scale.min.length + scale.max.length + scale.step.length + MARK)
  return 100 + 2 * ids(groups) + groups.length * GROUP + rows * ROW + rowIds + marks
}

function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text))
}
