import { saveFile } from '#renderer/components/save-file.ts'
import { showPdf } from '#renderer/components/show-pdf.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Whether a printed file is the Word one of its form. */
export function isWord(file: string): boolean {
  return file.endsWith('.docx')
}

/** Shows a printed PDF in a tab of its own; Word is saved. */
export function openSheet(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  if (isWord(name)) saveFile(name, new Blob([bytes], { type: WORD }))
  else showPdf(bytes, name)
}
