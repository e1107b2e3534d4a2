import { REPORTING } from '#renderer/strings/reporting.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { ratingBounds, ratingCellFault, ratingScoreIds } from '#shared/domain/rating/rating-entry.ts'
import { isSameRating } from '#shared/domain/rating/with-rating.ts'
import { cellsOf } from '#shared/domain/report/answer-cells.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import { saysAnything, tidyCells } from '#shared/domain/report/report-cells.ts'
import { reporterName } from '#shared/domain/report/report-form.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import { ratingComponents } from '#shared/domain/scheme/scheme.ts'
import { formFaultWords } from '#shared/domain/self/form/form-fault-words.ts'
import type { CollectedLine, CollectedRatings } from './collect-ratings.ts'
import { type CollectedRating, collectedRating } from './collected-rating.ts'

const OTHERS = ['months', 'bonus', 'penalty', 'reason', 'comment', 'proposed']

/**
 * The ratings that unions submitted online, by the year's scheme and roster as they are now: checked again, because either
 * may have changed since. A row with a cell that is wrong is kept out whole, as a file's is. What stands in a submitted
 * form stands in full: it had been filled with what was known, so that what is blank was taken away.
 */
export function collectReports(reports: readonly ReportEntry[], evaluation: Evaluation): CollectedRatings {
  const { scheme, instructors, ratings } = evaluation
  const collected: CollectedRating[] = []
  const problems: CollectedLine[] = []
  for (const report of reports) {
    const { submitted } = report
    if (submitted?.form.kind !== 'rating') continue
    const { form, answers } = submitted
    const path = reporterName(form)
    const component = ratingComponents(scheme).find(each => each.id === form.component)
    const source = component?.sources.find(each => each.id === form.source)
    if (!component || !source) {
      problems.push({ path, words: REPORTING.rating.noComponent })
      continue
    }
    for (const person of form.people) {
      const cells = tidyCells(cellsOf(answers, person))
      if (!saysAnything(cells)) continue
      const instructor = instructors.find(each => each.id === person.id)
      if (!instructor) {
        problems.push({ path, words: REPORTING.rating.notOnRoster(person.name) })
        continue
      }
      const who = { instructor: instructor.id, source: source.id, by: form.by }
      const others = ratings.filter(each => each.instructor === instructor.id && !isSameRating(each, who))
      const asked = componentFor(scheme, component, instructor.posting)
      const bounds = ratingBounds(scheme, asked, others)
      const faults = [...ratingScoreIds(asked), ...OTHERS].flatMap(id => ratingCellFault(id, cells, bounds) ?? [])
      problems.push(...faults.map(fault => ({ path, words: `${person.name}：${formFaultWords(fault)}` })))
      if (faults.length > 0) continue
      collected.push(
        collectedRating({ instructor, cells, component, source, by: form.by, path, whole: true, report }, evaluation),
      )
    }
  }
  return { ratings: collected, problems, unread: [] }
}
