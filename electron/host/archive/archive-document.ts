import type { PlannedSheet } from '#electron/host/sheets/plan-sheets.ts'
import type { ArchiveDocument } from '#shared/domain/archive/catalogue.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'

/** Where a document's file comes from. */
export type DocumentSource =
  | { readonly kind: 'sheet'; readonly sheet: PlannedSheet }
  /** A paper of the archive's own that is no form. */
  | { readonly kind: 'paper'; readonly definition: Definition }
  /** From elsewhere: copied byte for byte. */
  | { readonly kind: 'file'; readonly path: string }

/** A document with its source; the pages of a sheet and a paper are known when they are printed. */
export type SourcedDocument = ArchiveDocument & {
  readonly source: DocumentSource
  /** Where its signed copies lie now, in the order of `signed`. */
  readonly copies?: readonly string[] | undefined
}
