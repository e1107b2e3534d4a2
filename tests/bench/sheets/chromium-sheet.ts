import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { sheetHtml, sheetStyle } from './sheet-html.ts'

/** The same sheet by Chromium's own printing: one page whose words are replaced, so that the fonts are read once. */
export async function chromiumPrinter(pages: number): Promise<{
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
    `<!doctype html><html lang="zh-CN"><style>${sheetStyle(faces.join('\n'))}</style><body></body></html>`,
  )
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  return {
    print: async definition => {
      await page.evaluate(
        async words => {
          document.body.innerHTML = words
          await document.fonts.ready
        },
        sheetHtml(definition, pages),
      )
      return await page.pdf({ preferCSSPageSize: true })
    },
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
