import { checkScale } from '#shared/domain/scheme/check-scheme.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import { HUNDRED, rational, sum } from '#shared/lib/rational.ts'
import { type MeetingSetUp, MOST_ROWS, MOST_SLOTS, slotsOf } from './meeting-set-up.ts'

// A finer scale would need more than three bytes a mark; no ballot offers so many choices.
const MOST_STEPS = 100_000

/**
 * Faults of a meeting's set-up that its shape cannot show: ids twice, indicator weights not above 0 or not totalling
 * 100, a scale that gives nothing to count, a group merged into itself or into none, limits of unknown options.
 * Two groups may name each other: whichever is smaller goes into the other. `mostSlots`: of all groups together. Sources:
 * DESIGN.md, SCORING.md "Refused".
 */
export function checkSetUp(setUp: MeetingSetUp, mostSlots: number = MOST_SLOTS): Fault[] {
  return [
    ...checkIds(setUp),
    ...checkWeights(setUp),
    ...checkScale(setUp.scale, ['scale']),
    ...checkSteps(setUp),
    ...checkGroups(setUp),
    ...checkRules(setUp),
    ...checkSize(setUp, mostSlots),
  ]
}

function checkIds(setUp: MeetingSetUp): Fault[] {
  return (['indicators', 'groups', 'instructors'] as const).flatMap(list => {
    const items: readonly { readonly id: string }[] = setUp[list]
    return duplicates(items, item => item.id).map(({ index, first }) =>
      fault(at(list, index, 'id'), 'duplicate', { value: items[index]?.id ?? '', first: at(list, first) }),
    )
  })
}

function checkWeights({ indicators }: MeetingSetUp): Fault[] {
  const faults = indicators.flatMap((indicator, index) =>
    rational(indicator.weight).lte(0)
      ? [fault(at('indicators', index, 'weight'), 'not-above-zero', { value: indicator.weight })]
      : [],
  )
  const total = sum(indicators.map(indicator => rational(indicator.weight)))
  return total.equals(HUNDRED)
    ? faults
    : [...faults, fault('indicators', 'total-not-hundred', { field: 'weight', total: total.toString() })]
}

function checkSteps({ scale }: MeetingSetUp): Fault[] {
  if (scale.kind !== 'points' || rational(scale.step).lte(0)) return []
  const steps = rational(scale.max).sub(scale.min).div(scale.step)
  return steps.gt(MOST_STEPS) ? [fault(at('scale', 'step'), 'out-of-range')] : []
}

function checkGroups({ groups }: MeetingSetUp): Fault[] {
  const known = new Set<string>(groups.map(group => group.id))
  return groups.flatMap((group, index) => {
    if (group.mergeInto === undefined) return []
    const place = at('groups', index, 'mergeInto')
    if (!known.has(group.mergeInto)) return [fault(place, 'unknown-id', { value: group.mergeInto })]
    return group.mergeInto === group.id ? [fault(place, 'merge-circle')] : []
  })
}

function checkRules({ limits, scale, voidRules }: MeetingSetUp): Fault[] {
  const options = new Set<string>(scale.kind === 'grades' ? scale.options.map(option => option.id) : [])
  return [
    ...Object.keys(limits ?? {})
      .filter(option => !options.has(option))
      .map(option => fault(at('limits', option), 'unknown-id', { value: option })),
    ...duplicates(voidRules ?? [], rule => rule).map(({ index, first }) =>
      fault(at('voidRules', index), 'duplicate', { value: voidRules?.[index] ?? '', first: at('voidRules', first) }),
    ),
  ]
}

function checkSize({ groups, indicators, instructors }: MeetingSetUp, mostSlots: number): Fault[] {
  const slots = groups.reduce((total, group) => total + slotsOf(group), 0)
  const rows = instructors.length * indicators.length
  return [
    ...(slots > mostSlots ? [fault('groups', 'out-of-range', { maximum: mostSlots })] : []),
    ...(rows > MOST_ROWS ? [fault('instructors', 'out-of-range', { maximum: MOST_ROWS })] : []),
  ]
}
