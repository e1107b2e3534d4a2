import type { YearData } from '#renderer/db/hooks/year-data.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { SelfScore } from '#shared/domain/score/annual-score.ts'
import { hasSummary } from '#shared/domain/self/self.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'

export type SelfRow = {
  readonly instructor: Instructor
  readonly record: SelfScore['record']
  /** Characters of the summary, spaces aside; 0 where it is missing or came as a file. */
  readonly summaryLength: number
  readonly hasSummary: boolean
  /** As printed; null without scores. */
  readonly score: string | null
}

/** Everyone's self-assessment, in the roster's order; none where the scheme has no self component. */
export function selfRows({ score }: YearData): SelfRow[] {
  return score.people.flatMap(person => {
    const part = person.components.find(component => component.kind === 'self')
    if (!part) return []
    return [
      {
        instructor: person.instructor,
        record: part.record,
        summaryLength: [...(part.record?.summary ?? '').replaceAll(/\s/g, '')].length,
        hasSummary: hasSummary(part.record),
        score: part.score && roundHalfUp(part.score, 2),
      },
    ]
  })
}

export function isIncomplete(row: SelfRow): boolean {
  return !row.hasSummary || row.score === null
}
