import { button, element, fill } from '#renderer/small-page/dom.ts'
import { REPORT_PAGE } from '#renderer/strings/report-page.ts'
import type { FileReply } from '#shared/domain/report/report-exchange.ts'
import { fileCell, fileNameOf, filesOf } from '#shared/domain/report/report-files.ts'
import type { ReportForm } from '#shared/domain/report/report-form.ts'
import { MOST_ATTACHMENTS } from '#shared/domain/self/attachment.ts'
import { ATTACHMENT_ENDINGS, isAttachmentName, MOST_ATTACHMENT_BYTES } from '#shared/domain/self/attachment-kinds.ts'
import type { FieldParts } from './field.ts'

/** Sends one file; null where no answer came back. */
export type SendFiles = (file: Blob, progress: (part: number) => void) => Promise<FileReply | null>

type FilesParts = FieldParts & { readonly kind: ReportForm['kind']; readonly send: SendFiles }

/** One person's files: each is sent at once, and belongs to the form from then on like a cell that is typed. */
export function filesField({ open, cells: first, set, kind, send }: FilesParts): HTMLElement {
  let cells = first
  const words = REPORT_PAGE
  const list = element('ul', { class: 'plain files' })
  const said = element('p', { class: 'quiet', role: 'status' })
  const failed = element('div', { class: 'error' })
  const input = element('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    accept: ATTACHMENT_ENDINGS.join(','),
    'aria-hidden': 'true',
  })
  const add = button(words.addFiles, 'second', () => input.click())
  const put = (cell: string, text: string) => {
    const { [cell]: _, ...others } = cells
    cells = text === '' ? others : { ...others, [cell]: text }
    set(cell, text)
    show()
  }
  const show = () => {
    const files = filesOf(cells)
    const none = !open && files.length === 0 ? [element('li', { class: 'quiet' }, words.noFiles)] : []
    fill(
      list,
      ...none,
      ...files.map(file =>
        element(
          'li',
          {},
          element('span', { class: 'file' }, file.name),
          element('small', {}, words.fileSize(file.size)),
          open
            ? button('×', 'drop', () => put(fileCell(file), ''), { 'aria-label': words.removeFile(file.name) })
            : null,
        ),
      ),
    )
  }
  const tell = (text: string) => failed.append(element('p', {}, text))
  const sendOne = async (file: File, name: string) => {
    const progress = (part: number) => {
      said.textContent = words.sendingFile(name, Math.floor(part * 100))
    }
    progress(0)
    const reply = await send(file, progress)
    if (reply?.status === 'stored') put(fileCell(reply), name)
    else tell(faultWords(reply?.reason ?? 'storage')(name))
  }
  input.addEventListener('change', async () => {
    const chosen = Array.from(input.files ?? [])
    input.value = ''
    fill(failed)
    add.disabled = true
    for (const file of chosen) {
      const name = fileNameOf(file.name)
      const why = whyNot(file, name)
      if (filesOf(cells).length >= MOST_ATTACHMENTS) {
        tell(words.fileNot.many)
        break
      }
      if (why) tell(why)
      else await sendOne(file, name)
    }
    said.textContent = ''
    add.disabled = false
  })
  show()
  return element(
    'div',
    { class: 'attachments', 'data-attachments': true },
    element('h2', {}, words.files, open ? element('small', {}, words.filesHint[kind]) : null),
    list,
    open ? add : null,
    input,
    said,
    failed,
  )
}

function whyNot({ size }: File, name: string): string | null {
  const { kind, large, empty } = REPORT_PAGE.fileNot
  if (!isAttachmentName(name)) return kind(name)
  if (size > MOST_ATTACHMENT_BYTES) return large(name)
  return size === 0 ? empty(name) : null
}

function faultWords(reason: string): (name: string) => string {
  const { full, closed, busy, failed } = REPORT_PAGE.fileNot
  if (reason === 'full') return full
  if (reason === 'closed') return closed
  return reason === 'busy' ? busy : failed
}
