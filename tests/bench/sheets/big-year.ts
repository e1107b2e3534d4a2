import { readFileSync } from 'node:fs'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import type { InstructorId } from '#shared/lib/fields.ts'

/** The sample year with its people repeated until there are `people` of them, each with all that belongs to them. */
export function bigYear(people: number): Evaluation {
  const file = new URL('../../../resources/sample/2026.pingyi.json', import.meta.url)
  const read = readEvaluation(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error('the sample year cannot be read')
  const { instructors, self, ratings, meetings, ...rest } = read.value
  const copies = Array.from({ length: Math.ceil(people / instructors.length) }, (_, copy) => copy)
  const idOf = (id: InstructorId, copy: number) => (copy === 0 ? id : (`${id}-${copy}` as InstructorId))
  const chosen = copies
    .flatMap(copy => instructors.map(person => ({ ...person, id: idOf(person.id, copy) })))
    .slice(0, people)
  const ids = new Set(chosen.map(person => person.id))
  const repeated = <T extends { readonly instructor: InstructorId }>(records: readonly T[]): T[] =>
    copies
      .flatMap(copy => records.map(record => ({ ...record, instructor: idOf(record.instructor, copy) })))
      .filter(record => ids.has(record.instructor))
  return {
    ...rest,
    decisions: [],
    instructors: chosen,
    self: repeated(self),
    ratings: repeated(ratings),
    meetings: meetings.map(meeting => ({ ...meeting, tallies: repeated(meeting.tallies) })),
  }
}
