/** What kinds of document a year leaves; to each the retention table gives one retention. */
export const DOCUMENT_KINDS = ['result', 'list', 'summary', 'dismissal', 'award', 'process'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
