import { stat } from 'node:fs/promises'
import { dirname, extname, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { readTextFile } from '#electron/host/read-text-file.ts'
import { DOCUMENT_KINDS } from '#shared/domain/decision/document-kind.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { SourcedDocument } from './archive-document.ts'
import { pageCount } from './page-count.ts'

/** What an archive office takes; a program or a web page is no document. */
const ENDINGS = ['pdf', 'ofd', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'txt']

const schema = z.strictObject({
  documents: z.array(
    z.strictObject({
      /** Relative to the list. */
      file: z.string().min(1).max(1000),
      title: z.string().trim().min(1, 'empty').max(200),
      kind: z.enum(DOCUMENT_KINDS).default('process'),
      date: z.iso.date(),
      responsible: z.string().max(200).default(''),
      documentNumber: z.string().max(100).default(''),
      pages: z.int().min(1).max(100_000).optional(),
      note: z.string().max(200).default(''),
    }),
  ),
})

/**
 * Documents from elsewhere (minutes, approvals, scans of signed pages) from a list in JSON, in its order; the faults, one
 * a line, where a file is missing, of no kind that is archived, or of unknown length. Rejects where the list cannot be read.
 */
export async function readAttached(list: string): Promise<Result<readonly SourcedDocument[], readonly string[]>> {
  const text = await readTextFile(list)
  if (!text.ok) return failure(['不是 UTF-8 文本'])
  let value: unknown
  try {
    value = JSON.parse(text.value)
  } catch {
    return failure(['不是 JSON'])
  }
  const parsed = parseShape(schema, value)
  if (!parsed.ok) return failure(parsed.error.map(fault => `${fault.path || '清单'}：${faultWords(fault)}`))
  const faults: string[] = []
  const documents: SourcedDocument[] = []
  for (const { file, ...about } of parsed.value.documents) {
    const path = isAbsolute(file) ? file : join(dirname(list), file)
    const ending = extname(file).slice(1).toLowerCase()
    const known = await stat(path).then(
      each => each.isFile() && each.size > 0,
      () => false,
    )
    if (!known) faults.push(`${file}：没有这个文件，或是空文件`)
    else if (!ENDINGS.includes(ending)) faults.push(`${file}：这种文件不能归档（可以是 ${ENDINGS.join('、')}）`)
    else {
      const counted = ending === 'pdf' ? await pageCount(path) : null
      const pages = counted ?? about.pages
      if (pages === undefined) faults.push(`${file}：看不出页数，请在清单里写明 pages`)
      else documents.push({ ...about, pages, attached: ending, source: { kind: 'file', path } })
    }
  }
  return faults.length > 0 ? failure(faults) : success(documents)
}
