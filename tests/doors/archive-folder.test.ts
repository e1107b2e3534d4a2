import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import { MANIFEST } from '#shared/domain/archive/archive-paths.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { sharedArchive } from '#tests/unit/archive/build-archive.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { filesUnder } from '#tests/unit/sheets/temporary-folder.ts'
import { guardPrototypes, tryDoor } from './door.ts'
import { below, type Draw, mutateBytes } from './mutate.ts'

// An archive in ten years, on a disk that has aged.

guardPrototypes()

const archive = sharedArchive(buildYear(1))

test(
  'whatever is changed in a file of an archive, that file is named and no other',
  async () => {
    const folder = await archive.copy()
    const files = await filesUnder(folder)
    const originals = new Map<string, Buffer>()
    for (const file of files) originals.set(file, await readFile(join(folder, file)))
    const make = (draw: Draw) => {
      const file = files[below(files.length, draw)] ?? ''
      const original = originals.get(file) ?? Buffer.alloc(0)
      return { file, bytes: below(12, draw) === 0 ? original : Buffer.from(mutateBytes(original, draw)) }
    }
    await tryDoor('folder of an archive', scaled(30, 1_200), make, async ({ file, bytes }) => {
      const original = originals.get(file) ?? Buffer.alloc(0)
      await writeFile(join(folder, file), bytes)
      const verified = await verifyArchive(folder)
      await writeFile(join(folder, file), original)
      if (!verified.ok) throw new Error(verified.error)
      const named = new Set(verified.value.findings.map(({ path }) => path))
      const expected = bytes.equals(original) ? [] : [file]
      // A manifest damaged in several lines may say of another file what is not so; it is always named itself.
      if (file === MANIFEST) expect([...named]).toEqual(expect.arrayContaining(expected))
      else expect([...named]).toEqual(expected)
      return named.size === 0 ? 'read' : 'refused'
    })
  },
  PATIENCE,
)
