import type { Content, Definition } from './definition.ts'
import { oneLine } from './text.ts'

/** Points between the margins of an A4 page. */
export const PORTRAIT_WIDTH = 483
export const LANDSCAPE_WIDTH = 776

// The top holds the archive's stamp (16 mm), the foot the QR.
const MARGINS = {
  portrait: [56.14, 62, 56.14, 54],
  landscape: [32.94, 62, 32.94, 54],
} as const

// What fits beside the page number.
const FOOTER_CHARACTERS = { portrait: 25, landscape: 40 } as const

export const BODY_SIZE = 10.5

/** An A4 sheet of the year. `date` is an ISO date of the data's own; `subject` says whom or what it is about. */
export function page(sheet: {
  readonly orientation: 'portrait' | 'landscape'
  readonly title: string
  readonly subject: string
  readonly organiser: string
  readonly date: string
  readonly content: readonly Content[]
}): Definition {
  const subject = oneLine(sheet.subject)
  return {
    pageSize: 'A4',
    pageOrientation: sheet.orientation,
    pageMargins: MARGINS[sheet.orientation],
    language: 'zh-CN',
    info: { title: sheet.title, author: oneLine(sheet.organiser), subject, creationDate: sheet.date },
    defaultStyle: { font: 'serif', fontSize: BODY_SIZE },
    footer: { words: oneLine(`${sheet.title}　${subject}`, FOOTER_CHARACTERS[sheet.orientation]) },
    content: sheet.content,
  }
}

/** The sheet's name with the year below it, centred. */
export function heading(title: string, year: number): Content[] {
  return [
    { text: title, fontSize: 20, bold: true, alignment: 'center' },
    { text: `（${year}年度）`, fontSize: 12, alignment: 'center', margin: [0, 0, 0, 6] },
  ]
}

/** The line above a sheet's grid: words at both ends. */
export function underHeading(left: string, right: string): Content {
  return {
    columns: [
      { text: oneLine(left, 60), width: '*' },
      { text: oneLine(right, 40), width: 'auto', alignment: 'right', noWrap: true },
    ],
    columnGap: 12,
    margin: [2, 0, 2, 3],
  }
}
