import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setup } from '#tests/e2e/build-once.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const SOURCES = ['renderer', 'shared', 'electron', 'electron.vite.config.ts', 'package-lock.json']

/** Builds the pages that are measured, unless they are built and nothing that they are made of has changed since. */
export async function buildApp(): Promise<void> {
  const pages = ['renderer', 'ballot-page'].map(page => join(ROOT, 'out', page, 'index.html'))
  const changed = Math.max(...SOURCES.map(name => newest(join(ROOT, name))))
  if (pages.every(page => existsSync(page) && statSync(page).mtimeMs > changed)) return
  process.stderr.write('building the pages (their sources have changed) …\n')
  await setup()
}

/** When a file, or the youngest of a folder's, was last written. */
function newest(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(...files.map(name => statSync(join(path, name)).mtimeMs))
}
