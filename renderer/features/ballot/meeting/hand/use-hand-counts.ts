import { useMemo } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import type { HandCount } from '#shared/domain/ballot/count/hand-count.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { handState } from './hand-sheets.ts'
import { useHandPairs } from './use-hand-pairs.ts'

export type HandCounts = {
  /** What is counted; null where paper ballots are keyed in, or none were printed. */
  readonly called: { readonly setUp: MeetingSetUp; readonly component: BallotComponent } | null
  readonly agreed: readonly HandCount[]
  /** Groups with paper ballots whose counters have not agreed. */
  readonly open: readonly string[]
  readonly forget: () => void
}

/** The called-out counts (唱票) of a meeting, as far as two counters agree. */
export function useHandCounts(plan: MeetingPlan): HandCounts {
  const { row, evaluation } = useYearData()
  const { scheme, instructors } = evaluation
  const { pairOf, forget } = useHandPairs(row.year, plan.id)
  const called = useMemo(() => {
    if (plan.paperCount !== 'called-out' || plan.groups.every(group => group.paper === 0)) return null
    const component = planComponent(plan, scheme)
    const setUp = setUpOf(plan, scheme, instructors)
    return component && setUp.ok ? { setUp: setUp.value, component } : null
  }, [plan, scheme, instructors])
  const groups = called?.setUp.groups.filter(group => (group.paper ?? 0) > 0) ?? []
  const states = called
    ? groups.map(({ id }) => ({ id, state: handState(pairOf(id), id, called.setUp, called.component) }))
    : []
  return {
    called,
    agreed: states.flatMap(({ state }) => (state.kind === 'agreed' ? [state.count] : [])),
    open: states.flatMap(({ id, state }) => (state.kind === 'agreed' ? [] : [String(id)])),
    forget,
  }
}
