import type { YearData } from '#renderer/db/hooks/year-data.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import { YEARS } from '#renderer/strings/years.ts'
import type { Gap } from '#shared/domain/score/gaps.ts'

export type StepRow = {
  readonly id: keyof typeof SHELL.steps
  readonly label: string
  readonly content: string
  readonly state: string
  readonly tone: 'complete' | 'lacking' | 'quiet'
}

const words = YEARS.overview

/** What each of the nine steps holds, and what it still lacks. */
export function stepRows({ evaluation, score, gaps }: YearData): StepRow[] {
  const { scheme, instructors, self, meetings, ratings, decisions } = evaluation
  const missing = (...kinds: readonly Gap['kind'][]) => gaps.filter(gap => kinds.includes(gap.kind)).length
  const groups = meetings.flatMap(meeting => meeting.groups)
  const returned = groups.reduce((total, group) => total + group.returned, 0)
  const valid = groups.reduce((total, group) => total + group.returned - group.void, 0)
  const undecided = instructors.length - new Set(decisions.map(decision => decision.instructor)).size
  const row = (id: StepRow['id'], content: string, [state, tone]: readonly [string, StepRow['tone']]): StepRow => ({
    id,
    label: SHELL.steps[id],
    content,
    state,
    tone,
  })
  const lack = (count: number): readonly [string, StepRow['tone']] =>
    count === 0 ? [words.complete, 'complete'] : [words.lacks(count), 'lacking']
  const blocked = score.people.filter(person => person.printedTotal === null).length
  return [
    row(
      'roster',
      words.roster(instructors.length, new Set(instructors.flatMap(person => person.posting ?? [])).size),
      instructors.length === 0 ? [words.nothingYet, 'quiet'] : [words.complete, 'complete'],
    ),
    row(
      'scheme',
      words.scheme(scheme.components.map(component => `${component.name} ${component.weight}%`).join('，')),
      [words.complete, 'complete'],
    ),
    row('self', words.self(self.length, instructors.length), lack(missing('self', 'summary'))),
    row(
      'ballot',
      words.ballot(meetings.length, returned, valid),
      meetings.length === 0 ? [words.nothingYet, 'quiet'] : lack(missing('ballot', 'group')),
    ),
    row('rating', words.rating(ratings.length), lack(missing('rating', 'source'))),
    row('score', words.score(score.people.filter(person => person.rank !== null).length), [
      blocked === 0 ? words.complete : words.scoredNote(blocked),
      blocked === 0 ? 'complete' : 'lacking',
    ]),
    row(
      'decision',
      words.decision(decisions.length),
      undecided === 0 ? [words.complete, 'complete'] : [words.toDecide(undecided), 'quiet'],
    ),
    row('sheets', words.sheets, [words.ready, 'quiet']),
    row('archive', words.archive, [words.later, 'quiet']),
  ]
}
