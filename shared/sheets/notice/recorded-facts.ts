import { PLAIN_CALENDAR } from '#shared/domain/decision/calendar.ts'
import { publicNotices, resultNotice } from '#shared/domain/decision/notice.ts'
import { countWorkingDays } from '#shared/domain/decision/working-days.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { NoticeFacts } from './notice-facts.ts'

/** What the year's own record says for the notices: the latest public notice, everything that was objected, the serving. */
export function recordedFacts({ notices = [], instructors, calendar = PLAIN_CALENDAR }: Evaluation): NoticeFacts {
  const own = publicNotices(notices)
  const latest = own.at(-1)
  const served = resultNotice(notices)?.date
  if (!latest) return { served }
  const names = new Map<string, string>(instructors.map(person => [person.id, person.name]))
  return {
    publicFrom: latest.from,
    publicTo: latest.to,
    publicDays: countWorkingDays(latest.from, latest.to, calendar),
    served,
    office: latest.office,
    phone: latest.phone,
    address: latest.address,
    objections: own
      .flatMap(notice => notice.objections)
      .map(({ date, about, text, outcome }) => ({
        date,
        about: about === undefined ? '公示整体' : (names.get(about) ?? about),
        content: text,
        outcome: outcome ?? '',
      })),
  }
}
