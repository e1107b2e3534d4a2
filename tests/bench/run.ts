import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { buildApp } from './app/build-app.ts'
import { baselineOf, keepBaseline, type Mode, type Ratios } from './baseline.ts'
import { installPeers } from './install-peers.ts'
import { type Measured, measureAgain, worseOf } from './measure-again.ts'
import { printSection } from './print-section.ts'
import type { Section } from './section.ts'

// npm run bench -- [--quick] [--json] [--only sheets,tally,…] [--keep]: ratios measured side by side in one run. The table
// goes to stderr as it comes, each ratio beside the committed one (baseline.json, rewritten by --keep); with --json one
// object goes to stdout: {"sheets":{"vsNaivePdfmake":8.3,…},…,"worse":["tally.vsDuckDb"]}.
//
// A quick run is under a minute once peers and pages are there. It leaves out the hub, which starts a database and two stations
// (`--only hub` measures it), the long file, 60 million marks, growth, the phones of a large hall, the start, first visits and
// the window while it prints; it takes fewer rounds, sheets and imports; and of what got worse it measures again only what the
// minute has room for.

/** A minute, less what npm and loading take. */
const QUICK_MS = 57_000

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    keep: { type: 'boolean' },
  },
})
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
    ...(values.quick
      ? []
      : [
          async () => (await import('./app/start-bench.ts')).startBench,
          async () => (await import('./app/printing-bench.ts')).printingBench,
        ]),
    async () => (await import('./app/screens-bench.ts')).screensBench,
  ],
}
const mode: Mode = values.quick ? 'quick' : 'full'
const chosen = values.only?.split(',') ?? Object.keys(PARTS).filter(name => !values.quick || name !== 'hub')
// The hub is compared with its own database.
if (chosen.some(name => name !== 'hub')) installPeers()
if (chosen.includes('app')) await buildApp()
const [load = 0] = loadavg()
if (load > availableParallelism() / 2)
  process.stderr.write(`other work runs on this machine (load ${load.toFixed(1)}): the figures are of such a machine\n`)
const started = performance.now()
const first: Measured[] = []
for (const part of chosen) {
  const benches = PARTS[part]
  if (!benches) throw new Error(`no part ${part}; there are ${Object.keys(PARTS).join(', ')}`)
  const before = baselineOf(mode, part)
  for (const bench of benches) {
    const run = await bench()
    const measure = () => run(mode === 'quick')
    const began = performance.now()
    const measured = { part, before, measure, section: await measure(), took: performance.now() - began }
    process.stderr.write(printSection(measured.section, before))
    process.stderr.write(`  took ${(measured.took / 1000).toFixed(1)} s\n`)
    first.push(measured)
  }
}
const found: Record<string, Readonly<Record<string, number>>> = {}
const kept: Record<string, Ratios> = {}
const worse: string[] = []
for (const measured of await measureAgain(first, mode === 'quick' ? started + QUICK_MS : Number.POSITIVE_INFINITY)) {
  const { part, before, section } = measured
  if (!first.includes(measured)) process.stderr.write(printSection(section, before))
  kept[part] = { ...kept[part], ...rounded(section.ratios) }
  found[part] = { ...found[part], ...rounded(section.ratios), ...rounded(section.notes) }
  worse.push(...worseOf(section.ratios, before).map(ratio => `${part}.${ratio}`))
}
if (worse.length > 0) {
  const parts = [...new Set(worse.map(ratio => ratio.split('.')[0]))].join(',')
  process.stderr.write(`\nmore than a fifth worse than the baseline: ${worse.join(', ')}\n`)
  if (mode === 'quick') process.stderr.write(`Look again by themselves: npm run bench -- --quick --only ${parts}\n`)
}
process.stderr.write(`\nin all ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
if (values.keep) keepBaseline(mode, kept)
if (values.json) process.stdout.write(`${JSON.stringify({ ...found, worse })}\n`)

function rounded(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]))
}
