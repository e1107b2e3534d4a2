import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Section } from '#tests/bench/section.ts'

const BUDGET_KILOBYTES = 300

/** What a browser fetches before the app's first screen, gzipped, without fonts (they come when letters need them). */
export async function bundleBench(): Promise<Section> {
  const folder = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')
  const page = readFileSync(join(folder, 'index.html'))
  const named = [...page.toString().matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file)
  if (named.length === 0) throw new Error('the renderer is not built: npm run build')
  const files = withImports(folder, named)
  const sizes = [page, ...files.map(file => readFileSync(join(folder, file)))].map(bytes => gzipSync(bytes).length)
  const kilobytes = sizes.reduce((total, size) => total + size, 0) / 1024
  return {
    title: `App: first load, gzipped (at most ${BUDGET_KILOBYTES} KB)`,
    rounds: new Map(),
    ratios: { vsBudget: BUDGET_KILOBYTES / kilobytes },
    notes: { firstLoadKilobytes: kilobytes, files: sizes.length },
  }
}

/**
 * The files with what they import at once, and with what the page's own script imports to begin (`renderer/main.ts`); what
 * the other files import later comes when somebody opens it.
 */
function withImports(folder: string, named: readonly string[]): readonly string[] {
  const all = new Set(named)
  for (const file of all) {
    if (!file.endsWith('.js')) continue
    const code = readFileSync(join(folder, file), 'utf8')
    const imports = named.includes(file)
      ? /(?:\bfrom|\bimport)\s*\(?["'`]\.\/([^"'`]+\.js)/g
      : /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)/g
    for (const [, name = ''] of code.matchAll(imports)) all.add(posix.join(posix.dirname(file), name))
  }
  return [...all]
}
