import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DESTRUCTION_RECORD, destructionFolder, destructionOf } from '#shared/domain/archive/archive-paths.ts'
import { readArchivedText } from './read-archived-text.ts'

/** The texts of the destruction records among an archive's files, by sequence. */
export async function readDestructions(folder: string, files: Iterable<string>): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>()
  for (const path of files) {
    const sequence = destructionOf(path)
    if (sequence === null || path !== `${destructionFolder(sequence)}/${DESTRUCTION_RECORD}`) continue
    const text = await readArchivedText(join(folder, path))
    texts.set(sequence, text.ok ? text.value : await readDamaged(join(folder, path)))
  }
  return texts
}

/** No record is larger: what fills the memory is none. */
const MOST_BYTES = 64 * 1024 * 1024

/** What is no text is a damaged record: told, not overlooked, and read as far as it can be. */
async function readDamaged(path: string): Promise<string> {
  const size = await stat(path).then(
    each => each.size,
    () => Number.POSITIVE_INFINITY,
  )
  const bytes = size > MOST_BYTES ? Buffer.alloc(0) : await readFile(path).catch(() => Buffer.alloc(0))
  return `${bytes.toString('utf8')}\uFFFD`
}
