import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hubDatabase } from '#electron/host/hub/hub-database.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { resultsOf, writeResults } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { startPostgres } from '#tests/unit/hub/start-postgres.ts'

const root = join(import.meta.dirname, '..', '..')
let out: string
let run: ReturnType<typeof spawnSync>

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'pingyi-demo-'))
  run = spawnSync(process.execPath, [join(root, 'electron', 'cli', 'main.ts'), 'demo', '--out', out], {
    encoding: 'utf8',
  })
}, 300_000)
afterAll(() => rm(out, { recursive: true }))

const said = () => String(run.stderr)

test('the demo ends well and says where everything is', () => {
  expect(said()).toContain('计票结果与预置的选票逐项一致')
  expect(said()).toContain('核验通过')
  expect(run.status).toBe(0)
  for (const name of ['results.json', '摘要.txt', '表格', '归档']) expect(String(run.stdout)).toContain(name)
})

// Catches: a demo that prints a prepared result instead of what its own evaluation file gives.
test('its results are what its evaluation file scores to', async () => {
  const evaluation = readEvaluation(await readFile(join(out, '2026.pingyi.json'), 'utf8'))
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.error))
  expect(await readFile(join(out, 'results.json'), 'utf8')).toBe(writeResults(resultsOf(scoreYear(evaluation.value))))
})

// Catches: a missing form or person; a file that is no PDF.
test('there is a PDF for every person and form', async () => {
  const files = (await readdir(join(out, '表格'), { recursive: true })).filter(file => file.endsWith('.pdf'))
  // Five forms of everybody, three of the four whose results are adverse, twelve of the year.
  expect(files).toHaveLength(5 * 60 + 3 * 4 + 12)
  for (const file of files) expect((await readFile(join(out, '表格', file))).subarray(0, 5).toString()).toBe('%PDF-')
})

// Catches: missing people hidden, the whole point of the summary.
test('the summary names who is missing what, the ties and the flags', async () => {
  const summary = await readFile(join(out, '摘要.txt'), 'utf8')
  for (const words of ['蒋国良', '潘俊杰', '魏东升', '龚䶮', '张翀', '一票否决', '任职不满半年'])
    expect(summary).toContain(words)
})

// Catches: slips' codes or tellers' passphrases left where the meeting was held.
test('of the meeting only the emptied urn is left', async () => {
  expect((await readdir(join(out, '会场'))).sort()).toEqual(['票箱.urn', '票箱.urn.lock'])
  const urn = await readFile(join(out, '会场', '票箱.urn'))
  expect(urn.includes('示例口令')).toBe(false)
})

// Catches: counts, and so anything printed, that depend on where the ballots were kept or how many stations took them.
test('a hub with two stations leaves the same year and the same sheets, byte for byte', {
  timeout: 300_000,
}, async () => {
  const postgres = await startPostgres()
  const hub = await mkdtemp(join(tmpdir(), 'pingyi-demo-hub-'))
  try {
    const child = spawn(process.execPath, [join(root, 'electron', 'cli', 'main.ts'), 'demo', '--hub', '--out', hub], {
      env: { ...process.env, PINGYI_HUB: postgres.url },
      stdio: 'ignore',
    })
    expect(await once(child, 'exit')).toEqual([0, null])
    const sheets = (await readdir(join(out, '表格'), { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(entry => relative(out, join(entry.parentPath, entry.name)))
    expect(sheets.length).toBeGreaterThan(300)
    const differing: string[] = []
    for (const file of ['2026.pingyi.json', 'results.json', '摘要.txt', ...sheets])
      if (!(await readFile(join(out, file))).equals(await readFile(join(hub, file)))) differing.push(file)
    expect(differing).toEqual([])
    expect(await readdir(join(hub, '会场'))).toEqual([])
    const db = hubDatabase(postgres.url)
    expect((await db.query('SELECT box FROM pingyi_boxes')).rows).toEqual([])
    await db.end()
  } finally {
    await postgres.remove()
    await rm(hub, { recursive: true })
  }
})
