import type { PublicGroup, PublicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import type { Numbers } from '#shared/lib/numbers.ts'
import { type BallotFault, ballotFault } from './ballot-fault.ts'
import { ABSTAIN, invalidValue, selfValue } from './scale-values.ts'

/**
 * The first rule that a whole ballot breaks, or `null`: a peers ballot marks exactly one person as its author, in every
 * row of that person, any other ballot none; no option goes to more people than its limit, in each indicator; no void
 * rule applies. Used on the phone before sending and again at the opening. Sources: PROMISES.md "Opening", DESIGN.md.
 */
export function checkRows(rows: Numbers, meeting: PublicMeeting, group: PublicGroup): BallotFault | null {
  return checkSelf(rows, meeting, group) ?? checkLimits(rows, meeting) ?? checkVoidRules(rows, meeting)
}

function checkSelf(rows: Numbers, meeting: PublicMeeting, group: PublicGroup): BallotFault | null {
  const self = selfValue(meeting.scale)
  const perPerson = meeting.indicators.length
  let authors = 0
  for (let first = 0; first < rows.length; first += perPerson) {
    const own = rows.subarray(first, first + perPerson).filter(value => value === self).length
    if (own > 0 && own < perPerson) return ballotFault('self-marked')
    if (own > 0) authors++
  }
  if (!group.peers) return authors > 0 ? ballotFault('self-not-peers') : null
  if (authors === 1) return null
  return ballotFault(authors === 0 ? 'self-missing' : 'self-twice')
}

function checkLimits(rows: Numbers, { scale, limits, indicators }: PublicMeeting): BallotFault | null {
  if (scale.kind !== 'grades') return null
  for (const [option, maximum] of Object.entries(limits)) {
    const value = scale.options.findIndex(({ id }) => id === option) + 1
    for (let indicator = 0; indicator < indicators.length; indicator++) {
      const count = rows.filter((row, index) => row === value && index % indicators.length === indicator).length
      const label = scale.options[value - 1]?.label ?? option
      if (count > maximum) return ballotFault('over-limit', '', { label, maximum, count })
    }
  }
  return null
}

/**
 * `all-equal`: every row carries the same mark. A ballot that abstains somewhere is not all-equal, nor one with an invalid
 * row, nor one of a single row: the rule is against ticking down the list, not against an honest voter who knows two of sixty people.
 */
function checkVoidRules(rows: Numbers, { scale, voidRules }: PublicMeeting): BallotFault | null {
  if (!voidRules.includes('all-equal')) return null
  const self = selfValue(scale)
  const others = rows.filter(value => value !== self)
  const [first] = others
  const equal =
    others.length > 1 && first !== ABSTAIN && first !== invalidValue(scale) && others.every(value => value === first)
  return equal ? ballotFault('all-equal') : null
}
