import type { YearData } from '#renderer/db/hooks/year-data.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import { YEARS } from '#renderer/strings/years.ts'
import { schemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import { ratingDuties } from '#shared/domain/rating/duties.ts'
import type { Gap } from '#shared/domain/score/gaps.ts'

/** So many of so many are in; `of` is above 0. */
export type Share = { readonly done: number; readonly of: number }

export type StepRow = {
  readonly id: keyof typeof SHELL.steps
  readonly label: string
  readonly content: string
  readonly state: string
  readonly tone: 'complete' | 'lacking' | 'quiet'
  /** How far a step is that people are counted in; null for the others and where there is nobody yet. */
  readonly share: Share | null
}

const words = YEARS.overview

/** What each of the nine steps holds, and what it still lacks; `archives`: how many were made, null until it is known. */
export function stepRows({ evaluation, score, gaps }: YearData, archives: number | null): StepRow[] {
  const { scheme, instructors, self, meetings, ratings, decisions } = evaluation
  const missing = (...kinds: readonly Gap['kind'][]) => gaps.filter(gap => kinds.includes(gap.kind)).length
  const groups = meetings.flatMap(meeting => meeting.groups)
  const returned = groups.reduce((total, group) => total + group.returned, 0)
  const valid = groups.reduce((total, group) => total + group.returned - group.void, 0)
  const decided = new Set(decisions.map(decision => decision.instructor)).size
  const duties = scheme.components.flatMap(component =>
    component.kind === 'rating'
      ? ratingDuties(component, instructors, ratings, evaluation.mergers).filter(duty => duty.required)
      : [],
  )
  const people = instructors.length
  const row = (
    id: StepRow['id'],
    content: string,
    [state, tone]: readonly [string, StepRow['tone']],
    share?: Share,
  ): StepRow => ({ id, label: SHELL.steps[id], content, state, tone, share: share && share.of > 0 ? share : null })
  const lack = (count: number): readonly [string, StepRow['tone']] =>
    people === 0
      ? [words.nothingYet, 'quiet']
      : count === 0
        ? [words.complete, 'complete']
        : [words.lacks(count), 'lacking']
  const blocked = score.people.filter(person => person.printedTotal === null).length
  return [
    row(
      'roster',
      words.roster(people, new Set(instructors.flatMap(person => person.posting ?? [])).size),
      people === 0 ? [words.nothingYet, 'quiet'] : [words.complete, 'complete'],
    ),
    row(
      'scheme',
      words.scheme(
        scheme.components.map(component => `${component.name} ${component.weight}%`).join('，'),
        scheme.variants?.length ?? 0,
      ),
      schemeStage(evaluation) === 'open' ? [words.unpublished, 'quiet'] : [words.complete, 'complete'],
    ),
    row('self', words.self(self.length, people), lack(missing('self', 'summary')), {
      done: people - new Set(gaps.flatMap(gap => (isSelf(gap) ? gap.instructor.id : []))).size,
      of: people,
    }),
    row(
      'ballot',
      meetings.length === 0 ? words.noMeeting : words.ballot(meetings.length, returned, valid),
      meetings.length === 0 ? [words.nothingYet, 'quiet'] : lack(missing('ballot', 'group')),
    ),
    row('rating', words.rating(ratings.length), lack(missing('rating', 'source')), {
      done: duties.filter(duty => duty.rating !== null).length,
      of: duties.length,
    }),
    row('score', words.score(score.people.filter(person => person.rank !== null).length), scored(people, blocked), {
      done: people - blocked,
      of: people,
    }),
    row(
      'decision',
      words.decision(decisions.length),
      people === 0
        ? [words.nothingYet, 'quiet']
        : decided === people
          ? [words.complete, 'complete']
          : [words.toDecide(people - decided), 'quiet'],
      { done: decided, of: people },
    ),
    row('sheets', words.sheets, people === 0 ? [words.nothingYet, 'quiet'] : [words.ready, 'quiet']),
    row('archive', words.archive, archives ? [words.archived(archives), 'complete'] : [words.notArchived, 'quiet']),
  ]
}

function isSelf(gap: Gap): boolean {
  return gap.kind === 'self' || gap.kind === 'summary'
}

function scored(people: number, blocked: number): readonly [string, StepRow['tone']] {
  if (people === 0) return [words.nothingYet, 'quiet']
  return blocked === 0 ? [words.complete, 'complete'] : [words.scoredNote(blocked), 'lacking']
}
