import { extname, join } from 'node:path'
import { type Attached, attachedDocuments, signedScans } from '#shared/domain/decision/attached.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'
import type { SourcedDocument } from './archive-document.ts'
import { archivedAs } from './archived-forms.ts'
import { hashFile } from './sha256.ts'

/** What a year's attached files are to its archive. */
export type AttachedFiles = {
  readonly scans: readonly ScanFile[]
  readonly documents: readonly SourcedDocument[]
  /** Names of files that are not there, or not as they were. */
  readonly lost: readonly string[]
}

/** A signed copy of a printed form, to lie under its number. */
export type ScanFile = {
  readonly form: string
  readonly instructor: string | null
  readonly path: string
  /** Without the dot. */
  readonly ending: string
  /** What it is where its form has no document of its own in this archive. */
  readonly alone: SourcedDocument
}

/** A signed copy as a person names it: the form and the person whose sheet it is. */
export type SignedFile = Omit<ScanFile, 'alone'> & { readonly date: string; readonly pages: number }

/** A signed copy as the archive keeps it. */
export function scanFile(year: YearData, { date, pages, ...scan }: SignedFile): ScanFile {
  const { form, instructor, path, ending } = scan
  return {
    ...scan,
    alone: {
      kind: archivedAs(form)?.kind ?? 'process',
      title: signedTitle(year, form, instructor),
      responsible: oneLine(year.evaluation.organiser),
      date,
      pages,
      note: instructor === null ? '签字件' : `编号 ${instructor}，签字件`,
      attached: ending,
      source: { kind: 'file', path },
    },
  }
}

export const NO_FILES: AttachedFiles = { scans: [], documents: [], lost: [] }

/**
 * The files that a year names as attached, each looked up by its hash in `folder` (null: there is none) and read whole: one
 * that is gone or damaged is told, never archived in place of what it was.
 */
export async function attachedFiles(
  year: YearData,
  folder: string | null,
  attached: readonly Attached[] = year.evaluation.attached ?? [],
): Promise<AttachedFiles> {
  const sound = new Set<Attached>()
  const lost: string[] = []
  for (const each of attached)
    if (folder !== null && (await isWhole(join(folder, each.file.sha256), each.file.sha256))) sound.add(each)
    else lost.push(oneLine(each.file.name, 40))
  const pathOf = (each: Attached) => join(folder ?? '', each.file.sha256)
  return {
    scans: signedScans(attached)
      .filter(scan => sound.has(scan))
      .map(
        (scan): ScanFile =>
          scanFile(year, {
            ...{ form: scan.form, instructor: scan.instructor ?? null, path: pathOf(scan) },
            ...{ ending: endingOf(scan.file.name), date: scan.date, pages: scan.pages },
          }),
      ),
    documents: attachedDocuments(attached)
      .filter(document => sound.has(document))
      .map(
        (document): SourcedDocument => ({
          kind: document.kind,
          title: oneLine(document.title),
          responsible: oneLine(document.responsible ?? ''),
          documentNumber: oneLine(document.documentNumber ?? ''),
          date: document.date,
          pages: document.pages,
          note: oneLine(document.note ?? ''),
          attached: endingOf(document.file.name),
          source: { kind: 'file', path: pathOf(document) },
        }),
      ),
    lost,
  }
}

/**
 * The documents with their signed copies; a copy whose form has none here comes as a document of its own, after the others.
 */
export function withScans(
  documents: readonly SourcedDocument[],
  scans: readonly ScanFile[],
): readonly SourcedDocument[] {
  const left = new Set(scans)
  const signed = documents.map((document): SourcedDocument => {
    const { source } = document
    if (source.kind !== 'sheet') return document
    const own = scans.filter(scan => scan.form === source.sheet.form && scan.instructor === source.sheet.instructor)
    for (const scan of own) left.delete(scan)
    if (own.length === 0) return document
    return { ...document, signed: own.map(scan => scan.ending), copies: own.map(scan => scan.path) }
  })
  return [...signed, ...[...left].map(scan => scan.alone)]
}

function signedTitle({ evaluation, score }: YearData, form: string, instructor: string | null): string {
  const person = score.people.find(each => each.instructor.id === instructor)
  const whose = person ? `（${oneLine(person.instructor.name)}）` : ''
  return `${evaluation.year}年度${appraisedText(evaluation)}${archivedAs(form)?.title ?? '签字件'}${whose}`
}

async function isWhole(path: string, sha256: string): Promise<boolean> {
  return await hashFile(path).then(
    ({ hash }) => hash === sha256,
    () => false,
  )
}

function endingOf(name: string): string {
  return extname(name).slice(1).toLowerCase()
}
