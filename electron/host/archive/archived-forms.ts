import type { DocumentKind } from '#shared/domain/decision/document-kind.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { boxMeetings } from '#shared/sheets/ballot-destruction/ballot-destruction.ts'
import type { Form } from '#shared/sheets/form.ts'
import { forms } from '#shared/sheets/forms.ts'
import { topPeople } from '#shared/sheets/public-notice/top-people.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

type Archived = {
  readonly kind: DocumentKind
  readonly title: string
  /** Whether there is something to archive; left out: always. A form that nobody filled is no document. */
  readonly holds?: (year: YearData, person: AnnualScore | null) => boolean
}

/**
 * What each form is to the archive and what its documents are about, in the order in which a year's are numbered. The
 * scheme is kept as long as the results that are read by it. Null: worth archiving only once it is signed, as a document
 * from elsewhere.
 */
const ARCHIVED: Readonly<Record<string, Archived | null>> = {
  'scheme-notice': { kind: 'summary', title: '年度考评方案' },
  'result-list': { kind: 'list', title: '考评结果名册' },
  'roster-form': { kind: 'list', title: '花名册' },
  'award-list': { kind: 'award', title: '评优推荐名册' },
  'ballot-summary': { kind: 'summary', title: '民主测评汇总表' },
  'count-report': { kind: 'summary', title: '民主测评计票结果报告单', holds: hasMeetings },
  'evaluation-record': { kind: 'result', title: '考评登记表' },
  'renewal-approval': { kind: 'result', title: '续聘（解聘）审批表' },
  'score-statement': { kind: 'result', title: '考评计分说明单' },
  'result-notice': { kind: 'result', title: '考评结果通知书', holds: isDecided },
  'self-form': { kind: 'result', title: '个人总结自评表', holds: hasSelf },
  'rating-form': { kind: 'process', title: '综合评定表', holds: hasRating },
  'turnout-record': { kind: 'process', title: '民主测评发票收票清点单', holds: hasMeetings },
  'ballot-destruction': { kind: 'process', title: '民主测评电子选票销毁记录', holds: hasBox },
  suggestions: { kind: 'process', title: '民主测评意见建议办理台账', holds: hasSuggestions },
  'public-notice': { kind: 'process', title: '考评公示', holds: isAllDecided },
  'public-report': { kind: 'process', title: '考评公示情况报告', holds: isAllDecided },
  'agenda-script': null,
  'personal-record': null,
  'hearing-record': null,
  'service-receipt': null,
}

function hasMeetings({ evaluation }: YearData): boolean {
  return evaluation.meetings.length > 0
}

/** Counts that came on paper from elsewhere leave no sealed ballots to destroy. */
function hasBox(year: YearData): boolean {
  return boxMeetings(year).length > 0
}

function hasSuggestions({ evaluation }: YearData): boolean {
  return (evaluation.suggestions ?? []).length > 0
}

function isAllDecided(year: YearData): boolean {
  return year.score.people.length > 0 && topPeople(year).undecided === 0
}

function isDecided({ decisions }: YearData, person: AnnualScore | null): boolean {
  return person !== null && decisions.has(person.instructor.id)
}

function hasSelf(_: YearData, person: AnnualScore | null): boolean {
  return person?.components.some(part => part.kind === 'self' && part.record !== null) ?? false
}

function hasRating(_: YearData, person: AnnualScore | null): boolean {
  return (
    person?.components.some(part => part.kind === 'rating' && part.sources.some(({ ratings }) => ratings.length > 0)) ??
    false
  )
}

/** A form with the kind of its documents and the end of their title, after `2026年度集体协商指导员`. */
export type ArchivedForm = Archived & { readonly form: Form }

/** The kind and title of a form's document, also of one that is archived only once it is signed; null for an unknown form. */
export function archivedAs(formId: string): { readonly kind: DocumentKind; readonly title: string } | null {
  const form = forms.find(each => each.id === formId)
  if (!form) return null
  const known = ARCHIVED[formId]
  return known ?? { kind: form.stage === 'adverse' ? 'result' : 'process', title: form.title }
}

/** The forms that are archived; one that was added to the list and is not here is a bug, told at once. */
export function archivedForms(): readonly ArchivedForm[] {
  const strange = forms.find(form => !Object.hasOwn(ARCHIVED, form.id))
  if (strange) throw new Error(`the form ${strange.id} has no document kind in archived-forms.ts`)
  return Object.entries(ARCHIVED).flatMap(([id, archived]) => {
    const form = forms.find(each => each.id === id)
    return form && archived ? [{ form, ...archived }] : []
  })
}
