import { lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { EvaluationDraft } from './check-change.ts'
import type { Evaluation } from './evaluation.ts'

/** A person's grade of an earlier year, as a later year has it and as it was decided in the end. */
export type HistoryChange = {
  readonly instructor: string
  readonly name: string
  /** The later year's words for the grade; null where it has none. */
  readonly was: string | null
  readonly now: string
}

/**
 * Whose grade of `from` the later year does not have as it was decided there in the end: a correction after the year was
 * carried over, or an archive that is taken in as history. People are the same by id and name, or by a name that only one
 * has in either year.
 */
export function historyChanges(from: Evaluation, into: Evaluation): HistoryChange[] {
  const decisions = lastDecisions(from.decisions)
  const same = sameIn(from.instructors, into.instructors)
  return into.instructors.flatMap((person): HistoryChange[] => {
    const final = decisions.get(same(person)?.id ?? '')?.final ?? null
    if (final === null) return []
    const was = person.history?.find(entry => entry.year === from.year)?.grade ?? null
    const now = gradeName(final, from.scheme, into.scheme)
    return was === now ? [] : [{ instructor: person.id, name: person.name, was, now }]
  })
}

function sameIn(
  from: readonly Instructor[],
  into: readonly Instructor[],
): (person: Instructor) => Instructor | undefined {
  const byId = new Map<string, Instructor>(from.map(person => [person.id, person]))
  const byName = Map.groupBy(from, person => person.name)
  const names = Map.groupBy(into, person => person.name)
  return person => {
    const own = byId.get(person.id)
    if (own?.name === person.name) return own
    const [only, ...others] = byName.get(person.name) ?? []
    return others.length === 0 && names.get(person.name)?.length === 1 ? only : undefined
  }
}

/** The later year with these grades of `year` in its people's history. */
export function withHistory(into: Evaluation, year: number, changes: readonly HistoryChange[]): EvaluationDraft {
  const grades = new Map(changes.map(change => [change.instructor, change.now]))
  return {
    ...into,
    instructors: into.instructors.map(person => {
      const grade = grades.get(person.id)
      return grade === undefined ? person : { ...person, history: withGrade(person.history, year, grade) }
    }),
  }
}

/** A year's grade stands once; what was decided here replaces what somebody wrote down for the same year. */
export function withGrade(
  history: Instructor['history'],
  year: number,
  grade: string,
): NonNullable<Instructor['history']> {
  return [...(history ?? []).filter(entry => entry.year !== year), { year, grade }]
}

/**
 * A grade as another year's scheme knows it, so that two such years in a row are seen (rule 9): by its id, else by its
 * label; one that it does not know is written as it was called.
 */
export function gradeName(id: string, before: Scheme, after: SchemeDraft): string {
  if (after.grades.some(grade => grade.id === id)) return id
  const label = before.grades.find(grade => grade.id === id)?.label ?? id
  return after.grades.find(grade => grade.label === label)?.id ?? label
}
