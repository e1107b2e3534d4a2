import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { buildApp } from './app/build-app.ts'
import { baselineOf, keepBaseline, type Mode, type Ratios } from './baseline.ts'
import { installPeers } from './install-peers.ts'
import { measureAgain, worseOf } from './measure-again.ts'
import { printSection } from './print-section.ts'
import type { Section } from './section.ts'

// npm run bench -- [--quick] [--json] [--only sheets,tally,…] [--keep]: ratios measured side by side in one run. The table
// goes to stderr as it comes, each ratio beside the committed one (baseline.json, rewritten by --keep); with --json one
// object goes to stdout: {"sheets":{"vsNaivePdfmake":8.3,…},…,"worse":["tally.vsDuckDb"]}.
type Bench = (quick: boolean) => Promise<Section>
const PARTS: Readonly<Record<string, readonly (() => Promise<Bench>)[]>> = {
  sheets: [async () => (await import('./sheets/sheet-bench.ts')).sheetBench],
  tally: [async () => (await import('./tally/tally-bench.ts')).tallyBench],
  station: [async () => (await import('./station/station-bench.ts')).stationBench],
  hub: [
    async () => (await import('./hub/hub-bench.ts')).hubBench,
    async () => (await import('./hub/report-bench.ts')).reportBench,
  ],
  app: [
    async () => (await import('./app/bundle-bench.ts')).bundleBench,
    async () => (await import('./app/ballot-page-bench.ts')).ballotPageBench,
    async () => (await import('./app/start-bench.ts')).startBench,
    async () => (await import('./app/printing-bench.ts')).printingBench,
    async () => (await import('./app/screens-bench.ts')).screensBench,
  ],
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    keep: { type: 'boolean' },
  },
})
const mode: Mode = values.quick ? 'quick' : 'full'
// A quick run is under a minute: the hub, which starts a database and two stations, is for a full one or for `--only hub`.
const chosen = values.only?.split(',') ?? Object.keys(PARTS).filter(name => !values.quick || name !== 'hub')
// The hub is compared with its own database.
if (chosen.some(name => name !== 'hub')) installPeers()
if (chosen.includes('app')) await buildApp()
const [load = 0] = loadavg()
if (load > availableParallelism() / 2)
  process.stderr.write(`other work runs on this machine (load ${load.toFixed(1)}): the figures are of such a machine\n`)
const found: Record<string, Readonly<Record<string, number>>> = {}
const kept: Record<string, Ratios> = {}
const worse: string[] = []
for (const name of chosen) {
  const part = PARTS[name]
  if (!part) throw new Error(`no part ${name}; there are ${Object.keys(PARTS).join(', ')}`)
  const before = baselineOf(mode, name)
  for (const bench of part) {
    const measure = await bench()
    const started = performance.now()
    const section = await measureAgain(() => measure(mode === 'quick'), before)
    process.stderr.write(printSection(section, before))
    process.stderr.write(`  took ${Math.round((performance.now() - started) / 1000)} s\n`)
    kept[name] = { ...kept[name], ...rounded(section.ratios) }
    found[name] = { ...found[name], ...rounded(section.ratios), ...rounded(section.notes) }
    worse.push(...worseOf(section.ratios, before).map(ratio => `${name}.${ratio}`))
  }
}
if (worse.length > 0) process.stderr.write(`\nmore than a fifth worse than the baseline: ${worse.join(', ')}\n`)
if (values.keep) keepBaseline(mode, kept)
if (values.json) process.stdout.write(`${JSON.stringify({ ...found, worse })}\n`)

function rounded(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]))
}
