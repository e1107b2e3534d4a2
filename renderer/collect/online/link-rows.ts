import type { ReportStanding } from '#shared/domain/report/office-exchange.ts'
import type { ReportState } from '#shared/domain/report/report-exchange.ts'
import { type ReportForm, reporterName, reportKey } from '#shared/domain/report/report-form.ts'
import type { Online } from './use-online.ts'

/** One form that is, or may be, reported online. */
export type LinkRow = {
  readonly key: string
  readonly name: string
  readonly form: ReportForm
  /** null: not published. */
  readonly url: string | null
  /** null: the hub was not asked since it was published. */
  readonly standing: ReportStanding | null
}

/** The forms in their order, with what is known of each. */
export function linkRows(
  forms: readonly ReportForm[],
  online: Pick<Online, 'links' | 'standings'>,
): readonly LinkRow[] {
  return forms.map(form => {
    const key = reportKey(form)
    return {
      key,
      form,
      name: reporterName(form),
      url: online.links.get(key) ?? null,
      standing: online.standings.get(key) ?? null,
    }
  })
}

/** How many published ones stand how; what the hub was not asked about yet counts as unopened. */
export function stateCounts(rows: readonly LinkRow[]): Readonly<Record<ReportState, number>> {
  const counts = { unopened: 0, filling: 0, submitted: 0, returned: 0 }
  for (const { url, standing } of rows) if (url !== null) counts[standing?.state ?? 'unopened'] += 1
  return counts
}
