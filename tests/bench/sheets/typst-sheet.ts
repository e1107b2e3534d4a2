import { dirname } from 'node:path'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { peer } from '#tests/bench/peer.ts'
import { columnsOf, plainSheet } from './plain-sheet.ts'

type Typst = {
  readonly NodeCompiler: {
    readonly create: (options: { readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[] }) => {
      readonly pdf: (source: { readonly mainFileContent: string }) => Buffer
      readonly evictCache: (age: number) => void
    }
  }
}

/** The sheet by Typst: one compiler for all, as its makers advise. */
export function typstPrinter(): (definition: Definition) => Promise<Uint8Array> {
  const { NodeCompiler } = peer<Typst>('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: [...new Set(Object.values(SHEET_FONTS).map(dirname))] }],
  })
  return async definition => {
    const pdf = compiler.pdf({ mainFileContent: typstSource(definition) })
    compiler.evictCache(10)
    return pdf
  }
}

function typstSource(definition: Definition): string {
  const blocks = plainSheet(definition).map(block =>
    typeof block === 'string'
      ? `#block(${text(block)})`
      : `#table(columns: ${columnsOf(block)}, stroke: 0.6pt, ${block
          .flatMap(row => row.map(cell => `table.cell(colspan: ${cell.span}, ${text(cell.text)})`))
          .join(', ')})`,
  )
  return `#set page(paper: "a4", margin: 2cm)
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh")
#set par(justify: true)
${blocks.join('\n')}
`
}

function text(words: string): string {
  return `text(${JSON.stringify(words)})`
}
