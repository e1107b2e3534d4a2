import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ReadWorkbookOptions } from '#electron/host/workbook/read-workbook.ts'
import { readWorkbookFile } from '#electron/host/workbook/read-workbook-file.ts'
import { CATALOGUE_JSON, CATALOGUE_XLSX, DOCUMENTS_FOLDER } from '#shared/domain/archive/archive-paths.ts'
import { CATALOGUE_HEADS, type CatalogueEntry, catalogueCells } from '#shared/domain/archive/catalogue.ts'
import type { Finding } from '#shared/domain/archive/finding.ts'
import { readReferenceNumber } from '#shared/domain/archive/reference-number.ts'
import type { Cell } from '#shared/domain/roster/registration/grid.ts'
import { catalogueWorkbook } from './catalogue-workbook.ts'
import { pageCount } from './page-count.ts'
import { hashFile } from './sha256.ts'

/**
 * Whether catalogue and documents belong together: each row has its file and the file its pages, each document its row,
 * numbers and sequence without gap or double, and the workbook says the same as the data. `isSound` says of a path that
 * nothing is known against it; what is known already is not told twice. A supplement's numbers go on after `lastItems`,
 * null where nobody knows after what.
 */
export async function checkCatalogue(
  folder: string,
  entries: readonly CatalogueEntry[],
  files: readonly string[],
  isSound: (path: string) => boolean,
  lastItems: Readonly<Record<string, number>> | null,
  reading: ReadWorkbookOptions = {},
): Promise<Finding[]> {
  const present = new Set(files)
  const listed = new Set(entries.flatMap(filesOf))
  const findings: Finding[] = [
    ...entries.flatMap(entry =>
      filesOf(entry)
        .filter(path => !present.has(path) && isSound(path))
        .map((path): Finding => ({ kind: 'missing', path, detail: `目录第 ${entry.sequence} 号` })),
    ),
    ...files
      .filter(path => path.startsWith(`${DOCUMENTS_FOLDER}/`) && !listed.has(path) && isSound(path))
      .map((path): Finding => ({ kind: 'catalogue', path, detail: '目录中没有此件' })),
    ...checkNumbers(entries, lastItems),
  ]
  for (const entry of entries) {
    if (reading.signal?.aborted) break
    if (!present.has(entry.file) || !isSound(entry.file)) continue
    const pages = await pageCount(join(folder, entry.file))
    // Not every PDF from elsewhere says how many pages it has, and a scan is no PDF.
    if (entry.attached && pages === null) continue
    if (pages !== entry.pages)
      findings.push({
        kind: 'pages',
        path: entry.file,
        detail: `目录 ${entry.pages} 页，文件 ${pages ?? '无法读出'} 页`,
      })
  }
  if (present.has(CATALOGUE_XLSX) && isSound(CATALOGUE_XLSX))
    findings.push(...(await checkWorkbook(join(folder, CATALOGUE_XLSX), entries, reading)))
  return findings
}

function filesOf({ file, signed = [] }: CatalogueEntry): readonly string[] {
  return [file, ...signed]
}

/** Rows out of order or numbered twice, a file under another number, a number left out. */
function checkNumbers(
  entries: readonly CatalogueEntry[],
  lastItems: Readonly<Record<string, number>> | null,
): Finding[] {
  const finding = (entry: CatalogueEntry, detail: string): Finding => ({
    kind: 'catalogue',
    path: CATALOGUE_JSON,
    detail: `${entry.number}：${detail}`,
  })
  const last = new Map<string, number>()
  return entries.flatMap((entry, index) => {
    const [, series = '', item = ''] = /^(.*?)(\d+)$/.exec(entry.number) ?? []
    const before = lastItems ? (lastItems[readReferenceNumber(entry.number)?.retention ?? ''] ?? 0) : Number(item) - 1
    const expected = (last.get(series) ?? before) + 1
    last.set(series, Number(item))
    return [
      ...(entry.sequence === index + 1 ? [] : [finding(entry, `序号应为 ${index + 1}`)]),
      ...(Number(item) === expected ? [] : [finding(entry, `件号应为 ${expected}`)]),
      ...(filesOf(entry).every(path => path.startsWith(`${DOCUMENTS_FOLDER}/${entry.number} `))
        ? []
        : [finding(entry, '文件名与档号不符')]),
    ]
  })
}

/** The workbook as this version writes it is right; one that another version wrote is read and compared row by row. */
async function checkWorkbook(
  path: string,
  entries: readonly CatalogueEntry[],
  reading: ReadWorkbookOptions,
): Promise<Finding[]> {
  const finding = (detail: string): Finding => ({ kind: 'catalogue', path: CATALOGUE_XLSX, detail })
  const own = createHash('sha256').update(catalogueWorkbook(entries)).digest('hex')
  if ((await hashFile(path)).hash === own) return []
  const sheets = await readWorkbookFile(path, reading)
  if (!sheets.ok) return [finding('打不开')]
  const rows = (sheets.value[0]?.rows ?? []).map(row => row.cells.map(textOf))
  const expected = [CATALOGUE_HEADS, ...entries.map(catalogueCells)].map(row => trimmed(row.map(String)))
  if (rows.length !== expected.length)
    return [finding(`应有 ${entries.length} 件，表中有 ${Math.max(0, rows.length - 1)} 件`)]
  const wrong = expected.findIndex((row, index) => row.join('\t') !== trimmed(rows[index] ?? []).join('\t'))
  return wrong < 0 ? [] : [finding(`第 ${wrong + 1} 行与目录数据不一致`)]
}

function textOf(cell: Cell | null): string {
  if (cell === null) return ''
  if (cell.kind === 'number') return String(cell.value)
  return cell.kind === 'text' || cell.kind === 'error' ? cell.text : ''
}

/** Blank cells at a row's end are not in the file. */
function trimmed(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex(text => text.trim() !== '') + 1)
}
