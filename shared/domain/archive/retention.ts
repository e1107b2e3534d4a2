import type { DocumentKind } from '#shared/domain/decision/document-kind.ts'

/** How long a document is kept: `Y` permanently (永久), `D30` thirty years (定期30年). Source: DA/T 22-2015. */
export type Retention = 'Y' | `D${number}`

export type RetentionTable = Readonly<Record<DocumentKind, Retention>>

/**
 * Results, lists and summaries 30 years, dismissals and city-level awards permanent, process sheets 10 years.
 * Source: FORMS.md "The archive"; each body has its own approved table, which replaces this one.
 */
export const DEFAULT_RETENTION: RetentionTable = {
  result: 'D30',
  list: 'D30',
  summary: 'D30',
  dismissal: 'Y',
  award: 'Y',
  process: 'D10',
}

/** `Y` or `D1` to `D99` as a retention; null for anything else. */
export function readRetention(code: string): Retention | null {
  return /^(?:Y|D[1-9][0-9]?)$/.test(code) ? (code as Retention) : null
}

/** 永久, or 30 年. */
export function retentionWords(retention: Retention): string {
  return retention === 'Y' ? '永久' : `${retention.slice(1)} 年`
}

/** Longest first: the order of the catalogue. Negative, 0 or positive, as for `sort`. */
export function compareRetention(a: Retention, b: Retention): number {
  return yearsOf(b) - yearsOf(a)
}

function yearsOf(retention: Retention): number {
  return retention === 'Y' ? Number.MAX_SAFE_INTEGER : Number(retention.slice(1))
}
