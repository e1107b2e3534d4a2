import { publicNotices } from '#shared/domain/decision/notice.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { NoticeFacts } from './notice-facts.ts'

/** What the year's own record says for the notices: the latest public notice and everything that was objected. */
export function recordedFacts({ notices = [], instructors }: Evaluation): NoticeFacts {
  const own = publicNotices(notices)
  const latest = own.at(-1)
  if (!latest) return {}
  const names = new Map<string, string>(instructors.map(person => [person.id, person.name]))
  return {
    publicFrom: latest.from,
    publicTo: latest.to,
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
