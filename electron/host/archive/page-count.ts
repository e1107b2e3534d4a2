import { readFile, stat } from 'node:fs/promises'

/** A PDF larger than this is not opened: its pages are not counted. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * How many pages a PDF has that was printed here: the root of the page tree says how many leaves it has (PDF 1.4 §3.6.2),
 * and pdfkit writes it first thing, uncompressed. Null where it cannot be told, as of a PDF from elsewhere.
 */
export async function pageCount(path: string): Promise<number | null> {
  if ((await stat(path)).size > MOST_BYTES) return null
  const text = (await readFile(path)).toString('latin1')
  // Nested page trees each have a count; the root's is the largest.
  const counts = [...text.matchAll(/\/Type\s*\/Pages\s+\/Count\s+(\d+)/g)].map(([, count]) => Number(count))
  return counts.length === 0 ? null : counts.reduce((most, count) => Math.max(most, count))
}
