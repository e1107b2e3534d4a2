import { useCallback, useEffect, useMemo, useState } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { type Reconciliation, reconcile } from '#shared/domain/ballot/plan/reconcile.ts'
import { changePlan } from '#shared/domain/evaluation/change-plan.ts'

export type Halls = {
  /** The other halls' boxes that are here; null until they are known. */
  readonly boxes: CallOutput<'meeting.halls'>['boxes'] | null
  /** Boxes that are still to come. */
  readonly missing: number
  /** Groups that more came back of, from all these boxes, than the clerk's numbers allow: the count would void them. */
  readonly voided: Reconciliation['groups']
  /** Looks again, a box was added or taken out, and puts what all boxes printed into the plan. */
  readonly changed: () => Promise<void>
}

/** The boxes of a meeting's other halls on this computer; a meeting in one hall has none. */
export function useHalls(plan: MeetingPlan, closed: boolean): Halls {
  const { row } = useYearData()
  const { client } = useHost()
  const change = useTellingChange()
  const [boxes, setBoxes] = useState<Halls['boxes']>(null)
  const [returned, setReturned] = useState<CallOutput<'meeting.returned'>['groups']>([])
  const total = plan.halls ?? 1
  const key = useMemo(() => ({ year: row.year, meeting: plan.id }), [row.year, plan.id])
  const look = useCallback(async () => {
    if (total === 1 || !closed) return null
    const [halls, back] = [await client.request('meeting.halls', key), await client.request('meeting.returned', key)]
    if (back.ok) setReturned(back.data.groups)
    if (halls.ok) setBoxes(halls.data.boxes)
    return back.ok ? back.data.groups : null
  }, [client, key, total, closed])
  useEffect(() => {
    void look()
  }, [look])
  const changed = async () => {
    const groups = await look()
    if (groups === null) return
    await change(
      MEETING.halls.printed,
      current =>
        changePlan(current, plan.id, standing => ({
          ...standing,
          groups: standing.groups.map(group => {
            const printed = groups.find(each => each.id === group.id)?.printed
            return printed === undefined ? group : { ...group, numbers: { ...group.numbers, printed } }
          }),
        })),
      true,
    )
  }
  const voided = useMemo(() => {
    const groups = returned.map(({ id, phones, paper }) => ({ id, returned: phones + paper, void: 0 }))
    return reconcile(plan, groups).groups.filter(group => group.voided !== null)
  }, [plan, returned])
  return { boxes, missing: boxes === null ? 0 : Math.max(0, total - 1 - boxes.length), voided, changed }
}
