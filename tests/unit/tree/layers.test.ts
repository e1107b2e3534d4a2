import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The layer rules are a table of patterns in biome.json, where a later entry silently replaces an earlier one: a slip
// there would let every import through and no other test would notice.

const root = join(import.meta.dirname, '..', '..', '..')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-layers-'))
  const config = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'))
  const { $schema: _schema, vcs: _vcs, ...rules } = config
  await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...rules, root: true }))
})
afterAll(() => rm(folder, { recursive: true }))

/** What lint says of a file at that place with that import, under the project's own rules. */
async function lint(file: string, specifier: string): Promise<string> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `import { thing } from '${specifier}'\n\nexport const used = thing\n`)
  const run = spawnSync(join(root, 'node_modules', '.bin', 'biome'), ['lint', '--colors=off', file], {
    cwd: folder,
    encoding: 'utf8',
  })
  const said = `${run.stdout}${run.stderr}`
  expect(said).toContain('Checked 1 file')
  return said
}

test.each([
  ['shared/lib/new.ts', '#shared/domain/score/score-year.ts', 'shared/lib imports nothing of ours'],
  ['shared/domain/roster/new.ts', '#shared/domain/scheme/scheme.ts', 'reads only the steps to its left'],
  ['shared/domain/self/new.ts', '#shared/domain/score/score-year.ts', 'reads only the steps to its left'],
  ['shared/domain/score/new.ts', '#shared/domain/decision/decision.ts', 'reads only the steps to its left'],
  ['shared/domain/score/new.ts', 'node:fs', 'shared/ is pure TypeScript'],
  ['shared/sheets/form/new.ts', 'pdfmake', 'shared/ is pure TypeScript'],
  ['shared/contract/new.ts', 'react', 'shared/ is pure TypeScript'],
  ['electron/host/new.ts', 'electron', 'Only electron/main and electron/preload'],
  ['electron/host/new.ts', '#electron/main/ipc.ts', 'The host serves every shell'],
  ['electron/cli/new.ts', '#renderer/db/database.ts', 'Hosts do not know the renderer'],
  ['renderer/features/score/new.ts', '#renderer/features/roster/roster-page.tsx', 'No feature imports another'],
  ['renderer/features/score/new.ts', 'dexie', 'Tables belong to renderer/db'],
  ['renderer/app/new.ts', 'node:path', 'The renderer asks its host'],
  ['renderer/components/new.ts', '#shared/domain/score/score-year.ts', 'hold no domain words'],
  ['renderer/db/new.ts', '#renderer/features/score/score-page.tsx', 'renderer/db knows no page'],
  ['shared/domain/score/new.ts', '../scheme/scheme.ts', 'Import another folder by its room'],
])('%s may not import %s', async (file, specifier, message) => {
  expect(await lint(file, specifier)).toContain(message)
})

test.each([
  ['shared/domain/score/new.ts', '#shared/domain/ballot/meeting.ts'],
  ['shared/sheets/form/new.ts', '#shared/domain/score/score-year.ts'],
  ['electron/main/new.ts', 'electron'],
  ['renderer/db/new.ts', 'dexie'],
  ['renderer/features/score/new.ts', '#renderer/components/figure.tsx'],
])('%s may import %s', async (file, specifier) => {
  expect(await lint(file, specifier)).not.toContain('noRestrictedImports')
})
