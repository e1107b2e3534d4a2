import type { NoticeBlock } from './notice.ts'

/** The longest paragraph that goes along with the signature: three lines. */
const CHARACTERS_KEPT = 84
const BLOCKS_KEPT = 3

/**
 * The index of the first block that stays on one page with the signature that ends a notice: short paragraphs before it, so
 * that it never stands on a page alone (GB/T 9704-2012, 7.3.5.1), and the heading that these are all of. Null where a
 * notice does not end with one.
 */
export function closingFrom(blocks: readonly NoticeBlock[]): number | null {
  const last = blocks.length - 1
  if (blocks[last]?.kind !== 'signature') return null
  let from = last
  while (last - from < BLOCKS_KEPT && isShort(blocks[from - 1])) from -= 1
  return blocks[from - 1]?.kind === 'heading' ? from - 1 : from
}

function isShort(block: NoticeBlock | undefined): boolean {
  return (block?.kind === 'text' || block?.kind === 'plain') && block.text.length <= CHARACTERS_KEPT
}
