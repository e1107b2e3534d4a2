import type { NoticeBlock, NoticeTable } from './notice.ts'

/** A list of so few rows and words is never split between pages. */
const SHORT_ROWS = 6
const SHORT_CHARACTERS = 240
/** The longest words that introduce a list and go along with it: three lines. */
const INTRODUCTION = 84

/** Whether a list stays whole on one page. */
export function isShortList({ rows }: NoticeTable): boolean {
  return rows.length <= SHORT_ROWS && rows.flat().join('').length <= SHORT_CHARACTERS
}

/** How many blocks at the beginning may lead up to a list, and stay with it: a heading, a sentence, both or none. */
export function leadOf([first, second]: readonly NoticeBlock[]): number {
  if (first?.kind !== 'heading') return isIntroduction(first) ? 1 : 0
  return isIntroduction(second) ? 2 : 1
}

function isIntroduction(block: NoticeBlock | undefined): boolean {
  return block?.kind === 'text' && block.text.length <= INTRODUCTION && block.text.endsWith('。')
}
