import { registerReleased } from '#shared/domain/ballot/suggestion/register-released.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'

/** Why a file's counts are not taken: of another year, of no such meeting, not counted yet, or voted on by other lists. */
export type BringBackFault = 'other-year' | 'other-meeting' | 'not-counted' | 'other-list'

/**
 * The office's evaluation with the result of one meeting out of the evaluation file of the computer on which it was held:
 * the counts, the plan with what was noted at the doors, the suggestions that were released; nothing else of that file.
 * Source: issue "The whole meeting as a bundle moves … and only counts come back".
 */
export function bringBack(office: Evaluation, room: Evaluation, id: string): Result<EvaluationDraft, BringBackFault> {
  if (room.year !== office.year) return failure('other-year')
  const [own, held] = [office, room].map(({ plans = [] }) => plans.find(plan => plan.id === id))
  if (!own || !held) return failure('other-meeting')
  const meeting = room.meetings.find(each => each.id === id)
  if (!meeting) return failure('not-counted')
  const listOf = ({ instructors, groups, component }: typeof own) =>
    JSON.stringify([component, instructors, groups.map(group => group.id)])
  if (listOf(own) !== listOf(held)) return failure('other-list')
  const said = (room.suggestions ?? []).flatMap(each => (each.meeting === id ? [each.text] : []))
  const register = registerReleased(office.suggestions ?? [], own.id, said)
  return success({
    ...office,
    plans: office.plans?.map(plan => (plan === own ? held : plan)),
    meetings: [...office.meetings.filter(each => each.id !== id), meeting],
    ...(register.length === 0 ? {} : { suggestions: register }),
  })
}
