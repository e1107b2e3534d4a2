import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import type { Decision } from './decision.ts'
import type { Notice, PublicNotice } from './notice.ts'

/**
 * Faults of the notices: an id twice, unknown people, days that run backwards, and a person on public notice who was
 * never decided the top grade (a later correction may have lowered one who was).
 */
export function checkNotices(
  notices: readonly Notice[],
  decisions: readonly Decision[],
  scheme: Scheme,
  people: ReadonlyMap<string, Instructor>,
): Fault[] {
  const top = scheme.grades[0]?.id
  const known = new Set<string>(people.keys())
  const topPeople = new Set<string>(
    decisions.filter(decision => decision.final === top).map(decision => decision.instructor),
  )
  return [
    ...duplicates(notices, notice => notice.id).map(({ index, first }) =>
      fault(at('notices', index, 'id'), 'duplicate', { value: notices[index]?.id ?? '', first: at('notices', first) }),
    ),
    ...notices.flatMap((notice, index): Fault[] => {
      const place = at('notices', index)
      if (notice.kind === 'public') return checkPublic(notice, place, known, topPeople)
      if (notice.kind === 'result') return []
      return [
        ...unknown(notice.instructor, `${place}.instructor`, known),
        ...crossed(notice.date, notice.decidedOn, `${place}.decidedOn`),
      ]
    }),
  ]
}

function checkPublic(
  notice: PublicNotice,
  place: string,
  known: ReadonlySet<string>,
  topPeople: ReadonlySet<string>,
): Fault[] {
  return [
    ...crossed(notice.from, notice.to, `${place}.to`),
    ...duplicates(notice.people, person => person).map(({ index, first }) =>
      fault(`${place}.people[${index}]`, 'duplicate', {
        value: notice.people[index] ?? '',
        first: `${place}.people[${first}]`,
      }),
    ),
    ...notice.people.flatMap((person, index) => {
      const own = `${place}.people[${index}]`
      if (!known.has(person)) return [fault(own, 'unknown-id', { value: person })]
      return topPeople.has(person) ? [] : [fault(own, 'not-top-grade', { value: person })]
    }),
    ...notice.objections.flatMap((objection, index) => {
      const own = `${place}.objections[${index}]`
      return [
        ...(objection.about === undefined ? [] : unknown(objection.about, `${own}.about`, known)),
        ...crossed(objection.date, objection.decidedOn, `${own}.decidedOn`),
      ]
    }),
  ]
}

function unknown(person: string, place: string, known: ReadonlySet<string>): Fault[] {
  return known.has(person) ? [] : [fault(place, 'unknown-id', { value: person })]
}

function crossed(from: string, to: string | undefined, place: string): Fault[] {
  return to !== undefined && to < from ? [fault(place, 'dates-crossed', { value: to, from })] : []
}
