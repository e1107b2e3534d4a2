import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { iconFiles } from './icon-files.ts'

// Writes the icons of the packages beside this file.
for (const [name, bytes] of iconFiles()) {
  const file = join(import.meta.dirname, name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}
