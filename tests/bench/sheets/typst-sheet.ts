import { dirname } from 'node:path'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { peer } from '#tests/bench/peer.ts'
import { typstSource } from './typst-source.ts'

type Typst = {
  readonly NodeCompiler: {
    readonly create: (options: { readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[] }) => {
      readonly pdf: (
        source: { readonly mainFileContent: string },
        options: { readonly pdfStandard: string; readonly pdfTags: boolean },
      ) => Buffer
      readonly evictCache: (age: number) => void
    }
  }
}

/** The same sheet by Typst, as PDF/A-1b: one compiler for all, its caches cleared of what is old, as its makers advise. */
export function typstPrinter(pages: number): (definition: Definition) => Promise<Uint8Array> {
  const { NodeCompiler } = peer<Typst>('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: [...new Set(Object.values(SHEET_FONTS).map(dirname))] }],
  })
  return async definition => {
    const pdf = compiler.pdf(
      { mainFileContent: typstSource(definition, pages) },
      { pdfStandard: 'a-1b', pdfTags: false },
    )
    compiler.evictCache(10)
    return pdf
  }
}
