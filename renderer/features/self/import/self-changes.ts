import { cellChanges } from '#renderer/collect/cell-changes.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { SELF } from '#renderer/strings/self.ts'
import { SUMMARY } from '#shared/domain/report/report-cells.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import type { SelfDraft } from '#shared/domain/self/self.ts'
import { selfCells } from '#shared/domain/self/self-entry.ts'
import { WORKLOAD_FIELDS, WORKLOAD_WORDS } from '#shared/domain/self/workload.ts'

/** What a self-assessment that came in changes of the one that is there. */
export function selfChanges(before: SelfDraft, next: SelfDraft, { indicators }: SelfComponent): string {
  const cells = (record: SelfDraft) => ({
    ...selfCells(record),
    ...(record.summary !== undefined && { [SUMMARY]: record.summary }),
  })
  const label = (cell: string) => {
    const work = WORKLOAD_FIELDS.find(field => `work:${field}` === cell)
    if (work) return WORKLOAD_WORDS[work].label
    if (cell === SUMMARY) return SELF.summary
    return indicators?.find(each => `score:${each.id}` === cell)?.name ?? SELF.drawerOverall
  }
  return cellChanges(cells(before), cells(next), { label, none: COLLECT.noValue, longChanged: COLLECT.longChanged })
}
