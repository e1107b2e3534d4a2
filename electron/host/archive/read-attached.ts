import { stat } from 'node:fs/promises'
import { dirname, extname, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { readTextFile } from '#electron/host/read-text-file.ts'
import { DOCUMENT_KINDS } from '#shared/domain/decision/document-kind.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { SourcedDocument } from './archive-document.ts'
import { archivedAs } from './archived-forms.ts'
import type { SignedFile } from './attached-files.ts'
import { pageCount } from './page-count.ts'

/** What an archive office takes; a program or a web page is no document. */
const ENDINGS = ['pdf', 'ofd', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'txt']

const file = {
  /** Relative to the list. */
  file: z.string().min(1).max(1000),
  date: z.iso.date(),
  pages: z.int().min(1).max(100_000).optional(),
}

const document = z.strictObject({
  ...file,
  title: z.string().trim().min(1, 'empty').max(200),
  kind: z.enum(DOCUMENT_KINDS).default('process'),
  responsible: z.string().max(200).default(''),
  documentNumber: z.string().max(100).default(''),
  note: z.string().max(200).default(''),
})

/** The signed copy of a printed sheet: its form's id, and whose it is. */
const signed = z.strictObject({
  ...file,
  signs: z.string().max(64),
  instructor: z.string().max(64).optional(),
})

const schema = z.strictObject({ documents: z.array(z.unknown()).max(100_000) })

/** What a list names: documents that take numbers of their own, and signed copies that lie under their sheets' numbers. */
export type AttachedList = {
  readonly documents: readonly SourcedDocument[]
  readonly signed: readonly SignedFile[]
}

/**
 * Documents from elsewhere (minutes, approvals, scans of signed pages) from a list in JSON, in its order; the faults, one
 * a line, where a file is missing, of no kind that is archived, or of unknown length. Rejects where the list cannot be read.
 */
export async function readAttached(list: string): Promise<Result<AttachedList, readonly string[]>> {
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
  const copies: SignedFile[] = []
  for (const [index, item] of parsed.value.documents.entries()) {
    const read = isSigned(item) ? parseShape(signed, item) : parseShape(document, item)
    if (!read.ok) {
      faults.push(
        ...read.error.map(fault => `documents[${index}]${fault.path && `.${fault.path}`}：${faultWords(fault)}`),
      )
      continue
    }
    const { file: name, ...about } = read.value
    const path = isAbsolute(name) ? name : join(dirname(list), name)
    const pages = await pagesOf(name, path, about.pages)
    if (typeof pages === 'string') faults.push(pages)
    else if (!('signs' in about))
      documents.push({ ...about, pages, attached: endingOf(name), source: { kind: 'file', path } })
    else {
      const fault = signedFault(about)
      if (fault !== null) faults.push(`documents[${index}].${fault}`)
      const { signs, instructor = null, date } = about
      copies.push({ ...{ form: signs, instructor, path, ending: endingOf(name) }, ...{ date, pages } })
    }
  }
  return faults.length > 0 ? failure(faults) : success({ documents, signed: copies })
}

function isSigned(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'signs' in item
}

function signedFault({ signs, instructor }: { readonly signs: string; readonly instructor?: string | undefined }) {
  const form = forms.find(each => each.id === signs)
  if (!form || archivedAs(signs) === null) return `signs：没有这种表格 ${signs}`
  if (form.per === 'year') return instructor === undefined ? null : `instructor：${form.title}全年一份，不写人员`
  return instructor === undefined ? `instructor：${form.title}须写明是谁的` : null
}

/** How many pages a file has, or what is wrong with it. */
async function pagesOf(name: string, path: string, said: number | undefined): Promise<number | string> {
  const known = await stat(path).then(
    each => each.isFile() && each.size > 0,
    () => false,
  )
  if (!known) return `${name}：没有这个文件，或是空文件`
  if (!ENDINGS.includes(endingOf(name))) return `${name}：这种文件不能归档（可以是 ${ENDINGS.join('、')}）`
  const counted = endingOf(name) === 'pdf' ? await pageCount(path) : null
  return counted ?? said ?? `${name}：看不出页数，请在清单里写明 pages`
}

function endingOf(name: string): string {
  return extname(name).slice(1).toLowerCase()
}
