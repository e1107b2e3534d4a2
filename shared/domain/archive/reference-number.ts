import type { ArchiveSettings } from './archive-settings.ts'
import type { Retention } from './retention.ts'

/** 文书档案 */
const CATEGORY = 'WS'

/** 件号 as it stands in a number and on the stamp: four digits. `item` is 1 or more. */
export function itemText(item: number): string {
  return String(item).padStart(4, '0')
}

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
  return [settings.fonds, `${CATEGORY}·${year}`, retention, settings.body, itemText(item)].join(settings.separator)
}

export type ReferenceParts = {
  readonly fonds: string
  readonly separator: string
  readonly year: number
  readonly retention: string
  readonly body: string
  readonly item: number
}

/** The parts of a reference number that `referenceNumber` made; null for another. */
export function readReferenceNumber(number: string): ReferenceParts | null {
  const parts = /^([A-Za-z0-9]+)([-_.·])WS·(\d{4})\2(Y|D\d{1,2})\2([A-Za-z0-9]+)\2(\d{4,})$/.exec(number)
  if (!parts) return null
  const [, fonds = '', separator = '', year, retention = '', body = '', item] = parts
  return { fonds, separator, year: Number(year), retention, body, item: Number(item) }
}
