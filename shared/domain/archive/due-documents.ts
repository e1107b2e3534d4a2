import type { CatalogueEntry } from './catalogue.ts'
import { readReferenceNumber } from './reference-number.ts'

/** The documents of one retention of one archive, and when they may be destroyed. */
export type DueSeries = {
  readonly year: number
  /** `Y`, `D30` … */
  readonly retention: string
  /** The first day on which they may go, ISO; null for what is kept permanently. */
  readonly due: string | null
  readonly documents: number
  readonly from: string
  readonly to: string
}

/**
 * What each retention's documents of an archive are due for: the time runs from 1 January after the year that they are of,
 * whole years. Shortest first; a number that is none of ours is left out. Source: 机关文件材料归档范围和文书档案保管期限规定
 * (国家档案局令第 8 号); 个人信息保护法 art. 19 (no longer than needed).
 */
export function dueSeries(entries: readonly CatalogueEntry[]): DueSeries[] {
  const read = entries.flatMap(({ number }) => {
    const parts = readReferenceNumber(number)
    return parts ? [{ number, ...parts }] : []
  })
  return [...Map.groupBy(read, ({ year, retention }) => `${year} ${retention}`).values()]
    .flatMap((own): DueSeries[] => {
      const [first] = own
      if (!first) return []
      const { year, retention } = first
      return [
        {
          year,
          retention,
          due: dueDay(first),
          documents: own.length,
          from: first.number,
          to: own.at(-1)?.number ?? '',
        },
      ]
    })
    .sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))
}

/**
 * How long one document is kept and the first day on which it may go (ISO; null: permanently); null where its number is
 * none of ours. Sources as of `dueSeries`.
 */
export function documentDue({
  number,
}: Pick<CatalogueEntry, 'number'>): { readonly retention: string; readonly due: string | null } | null {
  const parts = readReferenceNumber(number)
  return parts && { retention: parts.retention, due: dueDay(parts) }
}

function dueDay({ year, retention }: { readonly year: number; readonly retention: string }): string | null {
  return retention === 'Y' ? null : `${year + 1 + Number(retention.slice(1))}-01-01`
}

/** Whether a series may be destroyed on a day (ISO). What is permanent never may. */
export function isDue({ due }: Pick<DueSeries, 'due'>, on: string): boolean {
  return due !== null && due <= on
}
