import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { WorkCalendar } from './calendar.ts'
import type { Decision } from './decision.ts'
import type { Notice } from './notice.ts'
import type { Standing } from './standing.ts'
import { countWorkingDays, PUBLIC_NOTICE_DAYS } from './working-days.ts'

/** Who is decided the top grade and was not put on public notice yet, in the order given. */
export function noticeCandidates(standings: readonly Standing[], scheme: Scheme): Standing[] {
  const [top] = scheme.grades
  return standings.filter(({ stage, last }) => top && stage === 'decided' && last?.final === top.id)
}

/** What is wrong with a public notice's days: they run backwards, or hold too few working days. `null`: nothing. */
export function periodProblem(from: string, to: string, calendar: WorkCalendar): 'crossed' | 'short' | null {
  if (to < from) return 'crossed'
  return countWorkingDays(from, to, calendar) < PUBLIC_NOTICE_DAYS ? 'short' : null
}

/**
 * The notices with one put in: in the place of `before`, or at the end where `before` is null; 'conflict' where `before`
 * is no longer there as it was. `after` null takes it out.
 */
export function withNotice<Draft extends object>(
  notices: readonly Notice[] | undefined,
  before: Notice | null,
  after: Draft | null,
): readonly (Notice | Draft)[] | 'conflict' {
  const list = notices ?? []
  if (before === null) return after === null ? list : [...list, after]
  const place = list.findIndex(each => each.id === before.id)
  if (place === -1 || JSON.stringify(list[place]) !== JSON.stringify(before)) return 'conflict'
  return list.flatMap((each, index): (Notice | Draft)[] => (index !== place ? [each] : after === null ? [] : [after]))
}

/** Who decided about a person before any review: none of them may review. Names without spaces, full-width letters plain. */
export function reviewedByDecider(entries: readonly Decision[], by: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s+/gu, '')
  return entries.some(entry => entry.kind !== 'review' && plain(entry.by) === plain(by))
}

/** A notice's id that none has yet: the kind and the next number. */
export function nextNoticeId(notices: readonly Notice[] | undefined, kind: Notice['kind']): string {
  const used = new Set((notices ?? []).map(notice => notice.id))
  let number = 1
  while (used.has(`${kind}-${number}`)) number += 1
  return `${kind}-${number}`
}
