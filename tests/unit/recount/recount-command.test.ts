import { execFile } from 'node:child_process'
import { copyFile, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'

// The script as it lies in an archive: alone in a folder, run by whoever has a Node.

const SCRIPT = join(import.meta.dirname, '..', '..', '..', 'resources', 'recount', 'recount.mjs')

type Run = { readonly code: number | string | null | undefined; readonly out: string; readonly err: string }

function run(folder: string, script: string, ...args: readonly string[]): Promise<Run> {
  return new Promise(resolve => {
    execFile(process.execPath, [script, ...args], { cwd: folder }, (error, out, err) => {
      resolve({ code: error ? error.code : 0, out, err })
    })
  })
}

async function folderWithYear(): Promise<string> {
  const folder = await temporaryFolder()
  const results = writeResults(resultsOf(scoreYear(readBuilt(buildEvaluation()))))
  await copyFile(SCRIPT, join(folder, 'recount.mjs'))
  await writeFile(join(folder, 'evaluation.json'), `\uFEFF${JSON.stringify(buildEvaluation())}`)
  await writeFile(join(folder, 'results.json'), results)
  await writeFile(join(folder, 'wrong.json'), results.replace('90.85', '90.86'))
  return folder
}

test('says that all agree, and what does not', async () => {
  const folder = await folderWithYear()
  expect(await run(folder, 'recount.mjs', 'evaluation.json', 'results.json')).toEqual({
    code: 0,
    out: '复算一致：1 人\n',
    err: '',
  })
  expect(await run(folder, 'recount.mjs', 'evaluation.json', 'wrong.json')).toEqual({
    code: 1,
    out: '王晓明（i01） 总分：结果文件 90.86，复算 90.85\n不一致：1 处\n',
    err: '',
  })
})

// A script that does nothing and ends well looks like a check that passed.
test('runs under another name and through a link', async () => {
  const folder = await folderWithYear()
  await copyFile(SCRIPT, join(folder, '复算 (2).mjs'))
  await symlink('recount.mjs', join(folder, 'link.mjs'))
  for (const script of ['复算 (2).mjs', 'link.mjs', join(folder, 'recount.mjs')])
    expect(await run(folder, script, 'evaluation.json', 'wrong.json')).toMatchObject({ code: 1 })
})

test.each([
  [[], '用法'],
  [['evaluation.json'], '用法'],
  [['nothing.json', 'results.json'], '无法复算'],
  [['results.json', 'evaluation.json'], '无法复算'],
  [['recount.mjs', 'results.json'], '无法复算'],
])('%j: exit 2', async (args, words) => {
  const ended = await run(await folderWithYear(), 'recount.mjs', ...args)
  expect(ended).toMatchObject({ code: 2, out: '' })
  expect(ended.err).toContain(words)
})

// Whoever distrusts the app would distrust a script that leans on it, or on anything that is not there in ten years.
test('imports nothing but what reads two files', async () => {
  const text = await readFile(SCRIPT, 'utf8')
  expect([...text.matchAll(/^import .* from '(.*)'$/gm)].map(([, from]) => from)).toEqual(['node:fs', 'node:url'])
  expect(text).not.toMatch(/import\(|require\(|Number\(|parseFloat|toFixed/)
})
