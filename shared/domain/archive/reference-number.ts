import type { ArchiveSettings } from './archive-settings.ts'
import type { Retention } from './retention.ts'

/** 文书档案 */
const CATEGORY = 'WS'

/**
 * The reference number (档号) 全宗号-档案门类·年度-保管期限-机构(问题)-件号, e.g. `J001-WS·2026-D30-JTXS-0007`. `item` is the
 * 件号, from 1, running within year × retention × body. Source: DA/T 22-2015.
 */
export function referenceNumber(
  settings: Pick<ArchiveSettings, 'fonds' | 'body' | 'separator'>,
  year: number,
  retention: Retention,
  item: number,
): string {
  return [settings.fonds, `${CATEGORY}·${year}`, retention, settings.body, String(item).padStart(4, '0')].join(
    settings.separator,
  )
}
