import { saveFile } from './save-file.ts'

/**
 * Shows a PDF in a tab of its own; where the browser shows none, or opens no tab, it is saved instead. Answers with what
 * takes the tab and the browser's copy of the PDF away again; a file that was saved is the user's.
 */
export function showPdf(bytes: Uint8Array<ArrayBuffer>, name: string): () => void {
  const blob = new Blob([bytes], { type: 'application/pdf' })
  // The address stays good until then: the other tab may be reloaded or printed from at any time.
  const url = navigator.pdfViewerEnabled ? URL.createObjectURL(blob) : null
  const tab = url === null ? null : window.open(url, '_blank')
  if (tab === null) saveFile(name, blob)
  return () => {
    tab?.close()
    if (url !== null) URL.revokeObjectURL(url)
  }
}
