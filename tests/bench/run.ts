import { parseArgs } from 'node:util'
import { installPeers } from './install-peers.ts'
import { printSection } from './print-section.ts'
import type { Section } from './section.ts'

// npm run bench -- [--quick] [--json] [--only sheets,tally,…]: ratios measured side by side in one run. The table goes to
// stderr as it comes, with --json one object goes to stdout: {"sheets":{"vsNaivePdfmake":8.3,…},…}.
const PARTS: Readonly<Record<string, () => Promise<(quick: boolean) => Promise<Section>>>> = {
  sheets: async () => (await import('./sheets/sheet-bench.ts')).sheetBench,
  tally: async () => (await import('./tally/tally-bench.ts')).tallyBench,
  station: async () => (await import('./station/station-bench.ts')).stationBench,
  app: async () => (await import('./app/bundle-bench.ts')).bundleBench,
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
  const section = await (await part())(values.quick ?? false)
  process.stderr.write(printSection(section))
  found[name] = Object.fromEntries([...Object.entries(section.ratios), ...Object.entries(section.notes)].map(round))
}
if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`)

function round([name, value]: [string, number]): [string, number] {
  return [name, Number(value.toPrecision(3))]
}
