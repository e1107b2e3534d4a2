import type { AnswerCells } from '#shared/domain/report/answer-cells.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import { filesOf } from '#shared/domain/report/report-files.ts'
import type { Attachment } from '#shared/domain/self/attachment.ts'

/** A file that was handed in with a report and is still at the hub. `key`: its report's. */
export type OnlineFile = { readonly key: string; readonly attachment: Attachment }

/** The files among a person's submitted cells that the record does not have yet. */
export function newOnlineFiles(
  { key }: Pick<ReportEntry, 'key'>,
  cells: AnswerCells,
  known: readonly Attachment[] = [],
): readonly OnlineFile[] {
  return filesOf(cells)
    .filter(({ sha256 }) => !known.some(each => each.sha256 === sha256))
    .map(attachment => ({ key, attachment }))
}
