import { writeZip } from '#electron/host/workbook/write-zip.ts'
import { unpack, zipEntries } from '#electron/host/workbook/zip-parts.ts'

// Nothing in a file comes from a clock: the day of making is the reader's to see on the paper.
const EPOCH = '1980-01-01T00:00:00.000Z'
const CORE = 'docProps/core.xml'

/**
 * The same document without the times that its writer put in, `replaced` parts in place of its own: the same content gives
 * the same bytes.
 */
export function stableZip(bytes: Buffer, replaced: ReadonlyMap<string, string>): Buffer {
  const entries = zipEntries(bytes)
  const parts = entries ? unpack(bytes, entries) : null
  if (!parts?.ok) throw new Error('the Word file that was just written cannot be read')
  const stable = new Map(parts.value)
  for (const [name, text] of replaced) stable.set(name, Buffer.from(text))
  const core = stable.get(CORE)?.toString('utf8')
  if (core !== undefined) stable.set(CORE, Buffer.from(core.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, EPOCH)))
  return writeZip(stable, { deflate: true })
}
