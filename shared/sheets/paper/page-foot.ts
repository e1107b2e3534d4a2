import type { Content, Definition } from './definition.ts'
import { pageCode } from './sheet-code.ts'

/** The most a page's QR takes, in points: one a module. */
const QR_SIZE = 40

/** The foot of a page (`page` of `pages`, from 1): words and number, and the QR where the sheet has a code. */
export function pageFoot(definition: Definition, page: number, pages: number): Content {
  const { footer, pageMargins, code } = definition
  const [left, , right] = pageMargins
  const qr: Content = code === undefined ? { text: '' } : qrNode(pageCode(code, page, pages))
  if (footer.style !== 'dashes')
    return {
      margin: [left, 5, right, 0],
      columns: [
        { text: footer.words, fontSize: 8, width: '*', margin: [0, 9, 0, 0] },
        {
          text: `第${page}页　共${pages}页`,
          fontSize: 9,
          width: 'auto',
          alignment: 'center',
          noWrap: true,
          margin: [0, 8, 0, 0],
        },
        { ...qr, alignment: 'right', width: '*' },
      ],
    }
  // GB/T 9704-2012, 7.5: 四号 digits between dashes, 7 mm below the text, one character in: right on odd, left on even pages.
  const number = {
    text: `— ${page} —`,
    fontSize: 14,
    width: 'auto' as const,
    noWrap: true,
    margin: [14, 10, 14, 0] as const,
  }
  const between = { text: '', width: '*' as const }
  const small = { ...qr, width: QR_SIZE, margin: [0, 10, 0, 0] as const }
  return {
    margin: [left, 4, right, 0],
    columns: page % 2 === 1 ? [small, between, number] : [number, between, { ...small, alignment: 'right' }],
  }
}

function qrNode(text: string): Content {
  return { qr: text, eccLevel: 'M', fit: QR_SIZE }
}
