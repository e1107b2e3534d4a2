import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FULL_DEPTH } from '#tests/crash/depth.ts'
import type { Recorded } from './record.ts'
import { type Figures, judge, reportLines } from './report.ts'

// `npm run prove`: every rig at full depth, and a report of what they have counted. `--json` for a program, `--depth n` for less,
// and names of parts for some of them.

const root = join(import.meta.dirname, '..', '..')

/** The parts, each a project of vitest.config.ts and perhaps some of its files. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  anonymity: ['anonymity'],
  pages: ['pages'],
  crash: ['crash'],
  archive: ['unit', 'tests/unit/archive/disk-faults.test.ts'],
  doors: ['doors'],
  recount: ['unit', 'tests/unit/recount/recount.test.ts'],
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, depth: { type: 'string', default: String(FULL_DEPTH) } },
})
const parts = positionals.length > 0 ? positionals : Object.keys(PARTS)
if (parts.some(part => !Object.hasOwn(PARTS, part)) || !(Number(values.depth) >= 1)) {
  process.stderr.write(`usage: npm run prove -- [--json] [--depth n] [${Object.keys(PARTS).join('] [')}]\n`)
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'pingyi-prove-'))
const file = join(folder, 'figures.jsonl')
const started = performance.now()
const failed: string[] = []
for (const part of parts) if (!(await run(part))) failed.push(part)

const figures = await readFigures()
await rm(folder, { recursive: true })
const verdicts = judge(figures, parts, failed)
const seconds = Math.round((performance.now() - started) / 1_000)
if (values.json) {
  const json = { depth: Number(values.depth), seconds, parts, figures: Object.fromEntries(figures), verdicts }
  process.stdout.write(`${JSON.stringify(json, null, 2)}\n`)
} else
  for (const line of reportLines(figures, verdicts, { depth: values.depth, seconds })) process.stdout.write(`${line}\n`)
process.exitCode = verdicts.every(({ holds }) => holds) ? 0 : 1

/** Runs one part's rigs; what they say goes to standard error. */
async function run(part: string): Promise<boolean> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const [project = '', ...files] = PARTS[part] ?? []
  const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', project, ...files]
  const env = { ...process.env, PINGYI_DEPTH: values.depth, PINGYI_PROVE: file }
  const [code] = await once(spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 2, 2] }), 'exit')
  return code === 0
}

async function readFigures(): Promise<Figures> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const figures = new Map<string, Record<string, number>>()
  for (const line of text.split('\n').filter(Boolean)) {
    const { part, figures: more }: Recorded = JSON.parse(line)
    const sum = figures.get(part) ?? {}
    for (const [name, value] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + value
    figures.set(part, sum)
  }
  return figures
}
