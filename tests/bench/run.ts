import { parseArgs } from 'node:util'
import { installPeers } from './install-peers.ts'
import { printSection } from './print-section.ts'
import type { Section } from './section.ts'

// npm run bench -- [--quick] [--json] [--only sheets,tally,…]: ratios measured side by side in one run. The table goes to
// stderr as it comes, with --json one object goes to stdout: {"sheets":{"vsNaivePdfmake":8.3,…},…}.
type Bench = (quick: boolean) => Promise<Section>
const PARTS: Readonly<Record<string, readonly (() => Promise<Bench>)[]>> = {
  sheets: [async () => (await import('./sheets/sheet-bench.ts')).sheetBench],
  tally: [async () => (await import('./tally/tally-bench.ts')).tallyBench],
  station: [async () => (await import('./station/station-bench.ts')).stationBench],
  app: [
    async () => (await import('./app/bundle-bench.ts')).bundleBench,
    async () => (await import('./app/screens-bench.ts')).screensBench,
  ],
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } },
})
const chosen = values.only?.split(',') ?? Object.keys(PARTS)
installPeers()
const found: Record<string, Readonly<Record<string, number>>> = {}
for (const name of chosen) {
  const part = PARTS[name]
  if (!part) throw new Error(`no part ${name}; there are ${Object.keys(PARTS).join(', ')}`)
  for (const bench of part) {
    const section = await (await bench())(values.quick ?? false)
    process.stderr.write(printSection(section))
    const figures = [...Object.entries(section.ratios), ...Object.entries(section.notes)].map(round)
    found[name] = { ...found[name], ...Object.fromEntries(figures) }
  }
}
if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`)

function round([name, value]: [string, number]): [string, number] {
  return [name, Number(value.toPrecision(3))]
}
