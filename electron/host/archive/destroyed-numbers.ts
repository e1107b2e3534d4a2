import { readdir } from 'node:fs/promises'
import { DESTRUCTION_RECORD } from '#shared/domain/archive/archive-paths.ts'
import { readDestruction } from '#shared/domain/archive/destruction.ts'
import { readDestructions } from './read-destructions.ts'
import { sha256 } from './sha256.ts'

/** The reference numbers that an archive's records say are destroyed; a damaged record counts for nothing (`verify` tells it). */
export async function destroyedNumbers(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder).catch(() => [])
  const texts = await readDestructions(
    folder,
    names.map(name => `${name}/${DESTRUCTION_RECORD}`),
  )
  return new Set(
    [...texts.values()].flatMap(text => {
      const record = readDestruction(text, sha256)
      return record.ok ? record.value.documents.map(({ number }) => number) : []
    }),
  )
}
