import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

/** Where the word may stand in the program's text, and why it is right there whoever is appraised. */
const ALLOWED: Readonly<Record<string, string>> = {
  'shared/domain/scheme/appraised.ts': 'the word where a scheme has no other',
  'shared/domain/scheme/templates/default-parts.ts': 'a group of the proposed scheme, renamed in the designer',
  'shared/domain/roster/registration/fields.ts': 'the Dalian form’s column, and heads that are met in files',
  'shared/domain/roster/registration/find-header.ts': 'heads that are met in files',
  'shared/domain/roster/registration/parse-kind.ts': 'cells and titles that are met in files',
  'shared/domain/roster/registration/workbook-fault.ts': 'tells which heads are understood',
  'shared/domain/rating/form/rating-columns.ts': 'heads that are met in files',
  'renderer/strings/years.ts': 'describes the sample, whose people are instructors',
  'renderer/strings/scheme-design.ts': 'says which word is used where none is given',
  'electron/package/builder-config.ts': 'the package’s own description',
}

/** A file's text without what people do not read. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

// Catches: a screen or a sheet that calls a 职工代表 or a leader 指导员, because somebody wrote the word instead of asking the scheme.
test('the program says 指导员 only where it is right whoever is appraised', async () => {
  const found = new Set<string>()
  for await (const path of glob('{shared,renderer,electron}/**/*.{ts,tsx,html}', { cwd: root }))
    if (withoutComments(await readFile(join(root, path), 'utf8')).includes('指导员')) found.add(path)
  expect([...found].toSorted()).toEqual(Object.keys(ALLOWED).toSorted())
})
