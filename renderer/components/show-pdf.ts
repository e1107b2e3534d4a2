import { saveFile } from './save-file.ts'

/** Shows a PDF in a tab of its own; where the browser shows none, or opens no tab, it is saved instead. */
export function showPdf(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const blob = new Blob([bytes], { type: 'application/pdf' })
  if (!navigator.pdfViewerEnabled) {
    saveFile(name, blob)
    return
  }
  const url = URL.createObjectURL(blob)
  // The address stays good as long as this page: the other tab may be reloaded or printed from at any time.
  if (window.open(url, '_blank') === null) saveFile(name, blob)
}
