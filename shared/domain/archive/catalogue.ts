import type { DocumentKind } from '#shared/domain/decision/document-kind.ts'
import { DOCUMENTS_FOLDER } from './archive-paths.ts'
import type { ArchiveSettings } from './archive-settings.ts'
import { documentName } from './document-name.ts'
import { referenceNumber } from './reference-number.ts'
import { compareRetention } from './retention.ts'

/** A document (件) to be archived, before it has a number. */
export type ArchiveDocument = {
  readonly kind: DocumentKind
  readonly title: string
  /** Who made it (责任者). */
  readonly responsible: string
  /** The day it was made, ISO. */
  readonly date: string
  readonly pages: number
  readonly note: string
  /** 文号, where it has one */
  readonly documentNumber?: string | undefined
  /** A document from elsewhere, by its file's ending without the dot; left out: a PDF of the app's own. */
  readonly attached?: string | undefined
  /** Signed copies that lie under the same number, by their files' endings without the dot. */
  readonly signed?: readonly string[] | undefined
}

/** One row of the catalogue (归档文件目录). Columns: DA/T 22-2015. */
export type CatalogueEntry = {
  /** 序号, from 1 */
  readonly sequence: number
  /** 档号 */
  readonly number: string
  /** 文号, empty where the document has none */
  readonly documentNumber: string
  /** 责任者 */
  readonly responsible: string
  /** 题名 */
  readonly title: string
  /** 日期, eight digits */
  readonly date: string
  /** 密级, empty where there is none */
  readonly secrecy: string
  /** 页数 */
  readonly pages: number
  /** 备注 */
  readonly note: string
  /** Where the document lies, relative to the archive, with `/`. */
  readonly file: string
  /** It came from elsewhere (minutes, approvals, scans): its pages are what whoever archived it said. */
  readonly attached?: true | undefined
  /** Where its signed copies lie (签字件), under the same number. */
  readonly signed?: readonly string[] | undefined
}

export const CATALOGUE_HEADS = ['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'] as const

/**
 * The catalogue of a year's documents, the longest kept first, otherwise in the order given; each entry comes with its
 * document. Numbers run from 0001 within each retention, or go on after `lastItems` (by retention) in a supplement.
 * Source: DA/T 22-2015.
 */
export function catalogueOf<Document extends ArchiveDocument>(
  documents: readonly Document[],
  settings: ArchiveSettings,
  year: number,
  lastItems: Readonly<Record<string, number>> = {},
): { readonly entry: CatalogueEntry; readonly document: Document }[] {
  const { retention } = settings
  const items = new Map<string, number>(Object.entries(lastItems))
  return [...documents]
    .sort((a, b) => compareRetention(retention[a.kind], retention[b.kind]))
    .map((document, index) => {
      const kept = retention[document.kind]
      const item = (items.get(kept) ?? 0) + 1
      items.set(kept, item)
      const number = referenceNumber(settings, year, kept, item)
      const entry: CatalogueEntry = {
        sequence: index + 1,
        number,
        documentNumber: document.documentNumber ?? '',
        responsible: document.responsible,
        title: document.title,
        date: document.date.replaceAll('-', ''),
        secrecy: '',
        pages: document.pages,
        note: document.note,
        file: `${DOCUMENTS_FOLDER}/${documentName(number, document.title, document.attached)}`,
        ...(document.attached === undefined ? {} : { attached: true as const }),
        ...(document.signed?.length ? signedOf(number, document.title, document.note, document.signed) : {}),
      }
      return { entry, document }
    })
}

/** The signed copies' files, and the note that says so. */
function signedOf(
  number: string,
  title: string,
  note: string,
  endings: readonly string[],
): Pick<CatalogueEntry, 'signed' | 'note'> {
  const tail = (index: number) => (endings.length === 1 ? '（签字件）' : `（签字件${index + 1}）`)
  return {
    note: note === '' ? '附签字件' : `${note}，附签字件`,
    signed: endings.map((ending, index) => `${DOCUMENTS_FOLDER}/${documentName(number, title, ending, tail(index))}`),
  }
}

/** A row's cells as they are printed, in the order of `CATALOGUE_HEADS`. */
export function catalogueCells(entry: CatalogueEntry): readonly (string | number)[] {
  const { sequence, number, documentNumber, responsible, title, date, secrecy, pages, note } = entry
  return [sequence, number, documentNumber, responsible, title, date, secrecy, pages, note]
}
