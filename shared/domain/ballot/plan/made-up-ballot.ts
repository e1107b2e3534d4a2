import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { rowsOfBallot } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { markOfValue, scaleSize } from '#shared/domain/ballot/cast/scale-values.ts'
import { type RandomBytes, randomBelow } from '#shared/domain/ballot/random-bytes.ts'
import type { PublicGroup, PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'

/** A made-up voter's ballot for a rehearsal: any mark or none for everybody, a peer's own row left; blank where rules forbid it. */
export function madeUpBallot(meeting: PublicMeeting, group: PublicGroup, random: RandomBytes): Ballot {
  const { instructors, indicators, scale } = meeting
  const self = group.peers ? instructors[randomBelow(instructors.length, random)]?.id : undefined
  const others = instructors.filter(({ id }) => id !== self)
  const marks = Object.fromEntries(
    others.map(({ id }) => [
      id,
      Object.fromEntries(
        indicators.flatMap(indicator => {
          const value = randomBelow(scaleSize(scale) + 1, random)
          return value === 0 ? [] : [[indicator.id, markOfValue(scale, value)]]
        }),
      ),
    ]),
  )
  const own = { ...(self === undefined ? {} : { self }), ...madeUpSuggestion(meeting, random) }
  return rowsOfBallot({ marks, ...own }, meeting, group).ok ? { marks, ...own } : { marks: {}, ...own }
}

const WORDS = ['演练：希望多到一线', '演练：培训安排在周末更好', '演练：没有别的意见']

/** Every fourth made-up voter writes something. */
function madeUpSuggestion({ suggestions }: PublicMeeting, random: RandomBytes): Pick<Ballot, 'suggestion'> {
  const suggestion = suggestions ? WORDS[randomBelow(4 * WORDS.length, random)] : undefined
  return suggestion === undefined ? {} : { suggestion }
}
