import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DESTRUCTION_RECORD } from '#shared/domain/archive/archive-paths.ts'
import { filesOf } from '#shared/domain/archive/check-destructions.ts'
import { readDestruction } from '#shared/domain/archive/destruction.ts'
import { readDestructions } from './read-destructions.ts'
import { sha256 } from './sha256.ts'

/** How many files an archive's records say are destroyed and that lie there still. */
export async function unfinishedDestruction(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const texts = await readDestructions(
    folder,
    names.map(name => `${name}/${DESTRUCTION_RECORD}`),
  )
  let left = 0
  for (const text of texts.values()) {
    const record = readDestruction(text, sha256)
    for (const { path } of record.ok ? filesOf(record.value) : [])
      if (
        await access(join(folder, path)).then(
          () => true,
          () => false,
        )
      )
        left += 1
  }
  return left
}
