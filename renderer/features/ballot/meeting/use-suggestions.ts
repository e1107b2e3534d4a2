import { useCallback, useEffect, useState } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { Box } from './use-box.ts'

type State = CallOutput<'meeting.use'>['suggestions']

/** One box of the meeting: this one, or another hall's by its id; `place` as the screen counts them, this one 0. */
export type SuggestionBox = { readonly hall: string | undefined; readonly place: number; readonly state: State }

export type Suggestions = {
  readonly boxes: readonly SuggestionBox[]
  /** What the tellers released of all boxes that are here; it stays in them. */
  readonly released: readonly string[]
  /** Looks again: a teller has chosen. */
  readonly look: () => Promise<{ readonly boxes: readonly SuggestionBox[]; readonly released: readonly string[] }>
}

/** How the suggestions of a counted meeting stand, of one box or of those of all its halls. */
export function useSuggestions(plan: MeetingPlan, box: Box): Suggestions {
  const { row } = useYearData()
  const { client } = useHost()
  const own: State = box.state.kind === 'box' ? box.state.status.suggestions : 'off'
  const many = (plan.halls ?? 1) > 1 && own !== 'off'
  const [others, setOthers] = useState<readonly SuggestionBox[]>([])
  const [released, setReleased] = useState<readonly string[]>([])
  const { year } = row
  const read = useCallback(async () => {
    const key = { year, meeting: plan.id }
    const halls = many ? await client.request('meeting.halls', key) : null
    const texts = await client.request('meeting.released', key)
    return {
      others: halls?.ok
        ? halls.data.boxes.map(({ box: hall, suggestions }, index) => ({ hall, place: index + 1, state: suggestions }))
        : [],
      released: texts.ok ? texts.data.texts : [],
    }
  }, [client, many, plan.id, year])
  useEffect(() => {
    if (own === 'off' || own === 'sealed') return
    let current = true
    void read().then(found => {
      if (!current) return
      setOthers(found.others)
      setReleased(found.released)
    })
    return () => {
      current = false
    }
  }, [own, read])
  const look = async () => {
    const used = await client.request('meeting.use', { year, meeting: plan.id })
    const found = await read()
    setOthers(found.others)
    setReleased(found.released)
    const first = { hall: undefined, place: 0, state: used.ok ? used.data.suggestions : own }
    return { boxes: [first, ...found.others], released: found.released }
  }
  return { boxes: [{ hall: undefined, place: 0, state: own }, ...others], released, look }
}
