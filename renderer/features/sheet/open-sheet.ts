import { saveFile } from '#renderer/components/save-file.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Whether a printed file is the Word one of its form. */
export function isWord(file: string): boolean {
  return file.endsWith('.docx')
}

/** Shows a PDF in a tab of its own; where the browser shows none, or opens no tab, it is saved instead, as Word always is. */
export function openSheet(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const blob = new Blob([bytes], { type: isWord(name) ? WORD : 'application/pdf' })
  if (isWord(name) || !navigator.pdfViewerEnabled) {
    saveFile(name, blob)
    return
  }
  const url = URL.createObjectURL(blob)
  // The address stays good as long as this page: the other tab may be reloaded or printed from at any time.
  if (window.open(url, '_blank') === null) saveFile(name, blob)
}
