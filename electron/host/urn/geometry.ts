import { sealedBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import { scaleSize } from '#shared/domain/ballot/cast/scale-values.ts'
import { type MeetingSetUp, slotsOf } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import type { GroupSize } from './ranges.ts'

/** The sizes that follow from what is voted on. */
export type Geometry = {
  readonly groups: readonly GroupSize[]
  readonly slips: number
  readonly slots: number
  readonly sealedBytes: number
  /** The most that the counts can take as JSON: the urn keeps room for them, since a full disk must not lose a count. */
  readonly countsBytes: number
}

export function geometryOf(setUp: MeetingSetUp): Geometry {
  const groups = setUp.groups.map(group => ({ id: group.id, slips: group.slips, slots: slotsOf(group) }))
  const slots = groups.reduce((total, group) => total + group.slots, 0)
  return {
    groups,
    slips: groups.reduce((total, group) => total + group.slips, 0),
    slots,
    sealedBytes: sealedBytes(publicMeeting(setUp)),
    countsBytes: countsBytes(setUp, slots),
  }
}

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
