import { type Attachment, MOST_ATTACHMENTS } from '#shared/domain/self/attachment.ts'
import { isAttachmentName } from '#shared/domain/self/attachment-kinds.ts'
import { type AnswerCells, type Answers, cellsOf } from './answer-cells.ts'
import type { ReportPerson } from './report-form.ts'

// A file that is handed in stands among a person's cells, so that it is saved, kept, given back and submitted with them:
// the cell's id holds the content's SHA-256 and size in bytes, its text the file's own name.

const FILE_CELL = /^file:([0-9a-f]{64}):([1-9][0-9]{0,7})$/
const LONGEST_NAME = 150
/** What no file system may see in a name: separators, what Windows refuses, control signs and signs that turn text round. */
const FORBIDDEN = /[<>:"/\\|?*\p{C}]/gu

/** The most that one link's files may take, in bytes and in number. */
export const MOST_FILES_BYTES = 300 * 1024 * 1024
export const MOST_FILES = 1_000

/** The id of a file's cell. `sha256` in hex, `size` in bytes. */
export function fileCell({ sha256, size }: Pick<Attachment, 'sha256' | 'size'>): string {
  return `file:${sha256}:${size}`
}

/** Whether a cell is a file's. */
export function isFileCell(id: string): boolean {
  return FILE_CELL.test(id)
}

/** The files among a person's cells, in the order in which they were added. */
export function filesOf(cells: AnswerCells): readonly Attachment[] {
  return Object.entries(cells).flatMap(([id, name]) => {
    const [, sha256, size] = FILE_CELL.exec(id) ?? []
    return sha256 === undefined ? [] : [{ sha256, name, size: Number(size) }]
  })
}

/** Whether all files among a person's cells may be kept: few enough, documents and pictures only, with harmless names. */
export function doFilesFit(cells: AnswerCells): boolean {
  const files = filesOf(cells)
  return (
    files.length <= MOST_ATTACHMENTS && files.every(({ name }) => name === fileNameOf(name) && isAttachmentName(name))
  )
}

/** Every file that answers name, of all people of a form. */
export function allFiles(people: readonly Pick<ReportPerson, 'id'>[], answers: Answers): readonly Attachment[] {
  return people.flatMap(person => filesOf(cellsOf(answers, person)))
}

/** A file's name as it may be kept: nothing of a path, no sign that a system refuses or that hides another; '' for none. */
export function fileNameOf(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const [, stem = clean, ending = ''] = /^(.*?)(\.[^.]{1,8})$/.exec(clean) ?? []
  const short = Array.from(stem).slice(0, LONGEST_NAME).join('')
  return stem === '' ? '' : `${short}${ending}`
}
