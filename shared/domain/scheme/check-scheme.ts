import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import { HUNDRED, rational } from '#shared/lib/rational.ts'
import { checkVariants } from './check-variants.ts'
import { checkPoints, checkWeights, sameId } from './check-weights.ts'
import type { BallotComponent, Component, Scale, Scheme } from './scheme.ts'

/**
 * Faults of a scheme that its shape cannot show: weights and points not above 0 or not totalling 100, ids twice,
 * lines that do not descend to 0, a scale that gives nothing to count, unknown tie-breakers.
 * Source: SCORING.md "Refused". Choices of ours: option points and a points scale stay within 0 and 100 (a component's
 * score does), the last grade's line is 0 (every total has a grade), at most one self component (its records name none),
 * and source ids are unique over all rating components (a rating names only its source).
 */
export function checkScheme(scheme: Scheme): Fault[] {
  return [
    ...checkWeights(scheme.components, ['scheme', 'components'], 'weight'),
    ...scheme.components.flatMap((component, index) => checkComponent(component, ['scheme', 'components', index])),
    ...checkSelfComponents(scheme),
    ...checkSources(scheme),
    ...checkAdjustments(scheme),
    ...checkGrades(scheme),
    ...checkQuota(scheme),
    ...checkTieBreakers(scheme),
    ...checkVariants(scheme),
  ]
}

function checkComponent(component: Component, path: readonly (string | number)[]): Fault[] {
  switch (component.kind) {
    case 'self':
      return component.indicators ? checkPoints(component.indicators, [...path, 'indicators']) : []
    case 'ballot':
      return checkBallotComponent(component, path)
    case 'rating':
      return [
        ...(component.indicators ? checkPoints(component.indicators, [...path, 'indicators']) : []),
        ...checkWeights(component.sources, [...path, 'sources'], 'weight'),
      ]
  }
}

function checkBallotComponent(component: BallotComponent, path: readonly (string | number)[]): Fault[] {
  return [
    ...checkWeights(component.indicators, [...path, 'indicators'], 'weight'),
    ...checkWeights(component.groups, [...path, 'groups'], 'weight'),
    ...checkScale(component.scale, [...path, 'scale']),
  ]
}

/** Faults of a ballot's scale at `path` (a list of keys and indices), e.g. no option that has points. */
export function checkScale(scale: Scale, path: readonly (string | number)[]): Fault[] {
  if (scale.kind === 'grades') {
    const faults = sameId(scale.options, [...path, 'options'])
    scale.options.forEach((option, index) => {
      if (option.points !== undefined) faults.push(...within(option.points, at(...path, 'options', index, 'points')))
    })
    if (!scale.options.some(option => option.points !== undefined))
      faults.push(fault(at(...path, 'options'), 'no-option-with-points'))
    return faults
  }
  const faults = [...within(scale.min, at(...path, 'min')), ...within(scale.max, at(...path, 'max'))]
  if (rational(scale.min).gte(scale.max))
    faults.push(fault(at(...path, 'max'), 'limits-crossed', { value: scale.max, minimum: scale.min }))
  if (rational(scale.step).lte(0)) faults.push(fault(at(...path, 'step'), 'not-above-zero', { value: scale.step }))
  if (scale.trim && scale.trim.moreThan < 2 * scale.trim.drop)
    faults.push(
      fault(at(...path, 'trim', 'moreThan'), 'trim-too-large', {
        value: scale.trim.moreThan,
        minimum: 2 * scale.trim.drop,
      }),
    )
  return faults
}

/** A fault where `value` is not within 0 and 100. */
function within(value: string, path: string): Fault[] {
  if (rational(value).lt(0)) return [fault(path, 'below-minimum', { value, minimum: 0 })]
  if (rational(value).gt(HUNDRED)) return [fault(path, 'above-maximum', { value, maximum: 100 })]
  return []
}

function checkSelfComponents(scheme: Scheme): Fault[] {
  return scheme.components
    .map((component, index) => ({ component, index }))
    .filter(({ component }) => component.kind === 'self')
    .slice(1)
    .map(({ index }) => fault(at('scheme', 'components', index, 'kind'), 'several-self-components'))
}

function checkSources(scheme: Scheme): Fault[] {
  const sources = scheme.components.flatMap((component, index) =>
    component.kind === 'rating'
      ? component.sources.map((source, part) => ({
          id: source.id,
          index,
          path: at('scheme', 'components', index, 'sources', part),
        }))
      : [],
  )
  return duplicates(sources, source => source.id)
    .filter(({ index, first }) => sources[index]?.index !== sources[first]?.index)
    .map(({ index, first }) =>
      fault(`${sources[index]?.path}.id`, 'duplicate', {
        value: sources[index]?.id ?? '',
        first: sources[first]?.path ?? '',
      }),
    )
}

function checkAdjustments(scheme: Scheme): Fault[] {
  const { adjustments } = scheme
  if (!adjustments) return []
  return [
    ...within(adjustments.maxBonus, at('scheme', 'adjustments', 'maxBonus')),
    ...within(adjustments.maxPenalty, at('scheme', 'adjustments', 'maxPenalty')),
  ]
}

function checkGrades(scheme: Scheme): Fault[] {
  const path = ['scheme', 'grades'] as const
  const faults = sameId(scheme.grades, path)
  scheme.grades.forEach((grade, index) => {
    faults.push(...within(grade.min, at(...path, index, 'min')))
    const better = scheme.grades[index - 1]
    if (better && rational(grade.min).gte(better.min))
      faults.push(fault(at(...path, index, 'min'), 'lines-not-descending', { value: grade.min, before: better.min }))
  })
  const last = scheme.grades.at(-1)
  if (last && !rational(last.min).equals(0))
    faults.push(fault(at(...path, scheme.grades.length - 1, 'min'), 'last-line-not-zero', { value: last.min }))
  return faults
}

function checkQuota(scheme: Scheme): Fault[] {
  return scheme.excellentQuota ? within(scheme.excellentQuota.percent, at('scheme', 'excellentQuota', 'percent')) : []
}

function checkTieBreakers(scheme: Scheme): Fault[] {
  const known = new Set<string>(['excellentRate', ...scheme.components.map(component => component.id)])
  return scheme.tieBreakers.flatMap((breaker, index) =>
    known.has(breaker) ? [] : [fault(at('scheme', 'tieBreakers', index), 'unknown-id', { value: breaker })],
  )
}
