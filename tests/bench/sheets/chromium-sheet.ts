import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { plainSheet } from './plain-sheet.ts'

/** The sheet by Chromium's own printing: one page whose words are replaced, so that the fonts are read once. */
export async function chromiumPrinter(): Promise<{
  readonly print: (definition: Definition) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-bench-'))
  const file = join(folder, 'sheet.html')
  const faces = [
    ['normal', SHEET_FONTS.normal],
    ['bold', SHEET_FONTS.bold],
  ].map(
    ([weight, path]) =>
      `@font-face { font-family: serif-sc; font-weight: ${weight}; src: url("${pathToFileURL(path ?? '').href}") }`,
  )
  await writeFile(
    file,
    `<!doctype html><html lang="zh-CN"><style>${faces.join('\n')}
body { font: 10.5pt serif-sc; margin: 0 } table { width: 100%; border-collapse: collapse }
td { border: 0.6pt solid; padding: 3pt; white-space: pre-line; text-align: justify }</style><body></body></html>`,
  )
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  return {
    print: async definition => {
      await page.evaluate(async words => {
        document.body.innerHTML = words
        await document.fonts.ready
      }, htmlOf(definition))
      return await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' } })
    },
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function htmlOf(definition: Definition): string {
  return plainSheet(definition)
    .map(block =>
      typeof block === 'string'
        ? `<p>${escaped(block)}</p>`
        : `<table>${block
            .map(row => `<tr>${row.map(cell => `<td colspan="${cell.span}">${escaped(cell.text)}</td>`).join('')}</tr>`)
            .join('')}</table>`,
    )
    .join('')
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
