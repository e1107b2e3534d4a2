import { useEffect, useState } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { phonesTooFew } from './hand-sheets.ts'

/** Whether called-out totals cannot be joined with what the closed box holds; false without such totals (`setUp` null). */
export function usePhonesTooFew(plan: MeetingPlan, setUp: MeetingSetUp | null): boolean {
  const { row } = useYearData()
  const { client } = useHost()
  const [tooFew, setTooFew] = useState(false)
  useEffect(() => {
    if (!setUp) return
    let current = true
    client.request('meeting.returned', { year: row.year, meeting: plan.id }).then(found => {
      if (current && found.ok) setTooFew(phonesTooFew(setUp, found.data.groups))
    })
    return () => {
      current = false
    }
  }, [client, row.year, plan.id, setUp])
  return tooFew && setUp !== null
}
