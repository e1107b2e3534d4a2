import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setup } from '#tests/e2e/build-once.ts'

/** Builds the pages that are measured, unless they are built: on a fresh clone nothing is. */
export async function buildApp(): Promise<void> {
  const out = join(import.meta.dirname, '..', '..', '..', 'out')
  if (['renderer', 'ballot-page'].every(page => existsSync(join(out, page, 'index.html')))) return
  process.stderr.write('building the pages (once) …\n')
  await setup()
}
