import { newOnlineFiles } from '#renderer/collect/online/online-file.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { cellsOf } from '#shared/domain/report/answer-cells.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import { reportFaults } from '#shared/domain/report/report-cells.ts'
import { selfComponentOf } from '#shared/domain/report/report-form.ts'
import { selfOf } from '#shared/domain/report/take-report.ts'
import { formFaultWords } from '#shared/domain/self/form/form-fault-words.ts'
import { replaceSelf } from '#shared/domain/self/form/read-self-form.ts'
import { type CollectedProblem, type CollectedSelf, isSameSelf } from './collect-self.ts'
import { selfChanges } from './self-changes.ts'

type Collected = { readonly people: readonly CollectedSelf[]; readonly problems: readonly CollectedProblem[] }

/**
 * The self-assessments that were submitted online, by the year's scheme and roster as they are now, in the roster's order.
 * One with something wrong is kept out whole. What stands in a submitted form stands in full.
 */
export function collectReports(reports: readonly ReportEntry[], evaluation: Evaluation): Collected {
  const problems: CollectedProblem[] = []
  const path = REPORTING.self.from
  const labels = personLabels(evaluation.instructors)
  const submitted = new Map(
    reports.flatMap(report => {
      const { form, answers } = report.submitted ?? {}
      const [person] = form?.people ?? []
      return form?.kind === 'self' && answers && person ? [[person.id, { report, form, answers, person }] as const] : []
    }),
  )
  const people = evaluation.instructors.flatMap((instructor): readonly CollectedSelf[] => {
    const found = submitted.get(instructor.id)
    if (!found) return []
    // A posting or a scheme that changed since asks for other things.
    const { posting: _, ...person } = found.person
    const now = instructor.posting === undefined ? person : { ...person, posting: instructor.posting }
    const form = { ...found.form, scheme: evaluation.scheme, people: [now] }
    const faults = reportFaults(form, found.answers)
    const name = labels.get(instructor.id) ?? instructor.name
    problems.push(...faults.map(({ fault }) => ({ path, name, words: formFaultWords(fault) })))
    const read = faults.length > 0 ? null : selfOf(form, found.answers)
    const before = evaluation.self.find(record => record.instructor === instructor.id)
    const cells = faults.length > 0 ? {} : cellsOf(found.answers, now)
    const online = newOnlineFiles(found.report, cells, before?.attachments)
    const same = before !== undefined && (read === null || isSameSelf(replaceSelf(before, read), before))
    const nothing = read === null && online.length === 0
    const state = nothing
      ? 'nothing'
      : before === undefined
        ? 'fresh'
        : same && online.length === 0
          ? 'same'
          : 'updated'
    const changes =
      state === 'updated' && read && before ? { changes: selfChanges(before, read, selfComponentOf(form)) } : {}
    return [{ instructor, form: { path, read }, files: [], online, state, whole: true, ...changes }]
  })
  const known = new Set<string>(evaluation.instructors.map(each => each.id))
  for (const { person } of submitted.values())
    if (!known.has(person.id))
      problems.push({ path, name: person.name, words: REPORTING.rating.notOnRoster(person.name) })
  return { people, problems }
}
