import type { Cell, Content, Definition } from '#shared/sheets/paper/definition.ts'

/** A definition's words without its looks: tables as rows of cells, and single lines between them. */
export type PlainSheet = readonly (string | readonly (readonly PlainCell[])[])[]
export type PlainCell = { readonly text: string; readonly span: number }

/**
 * What a library without tables is given: the same words in their order, without charts, set heights and set sizes. It is less
 * than the app prints, which is in its favour.
 */
export function plainSheet(definition: Definition): PlainSheet {
  return definition.content.flatMap(blocksOf)
}

function blocksOf(content: Content): PlainSheet {
  if ('table' in content)
    return [
      content.table.body.map(row =>
        row
          .filter(cell => Object.keys(cell).length > 0)
          .map(cell => ({ text: wordsOf(cell), span: ('colSpan' in cell ? cell.colSpan : undefined) ?? 1 })),
      ),
    ]
  const words = wordsOf(content)
  return words === '' ? [] : [words]
}

function wordsOf(cell: Cell): string {
  if ('text' in cell) return typeof cell.text === 'string' ? cell.text : cell.text.map(run => run.text).join('')
  if ('stack' in cell) return cell.stack.map(wordsOf).join('\n')
  if ('columns' in cell) return cell.columns.map(wordsOf).join('　')
  if ('table' in cell) return cell.table.body.map(row => row.map(wordsOf).join('　')).join('\n')
  return ''
}
