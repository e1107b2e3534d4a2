import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { dirname } from 'node:path'
import type { CallOutput } from '#shared/contract/contract.ts'
import { type Power, readPower } from './battery.ts'
import { stationInterfaces } from './network-interfaces.ts'
import { startTestPage } from './test-page.ts'

type Check = CallOutput<'meeting.readiness'>['checks'][number]

export type ReadinessParts = {
  readonly data: string
  /** The ballot page's file. */
  readonly page: string
  readonly address: string
  readonly port: number
  /** Whether a station or the test page of ours runs at that address already. */
  readonly running: boolean
  /** The battery as the page's browser tells it; `null` where it does not. */
  readonly power: Power | null
  /** The box's urn, where there is one. */
  readonly urn: string | null
}

// The urn needs no new space; the PDFs, the mirror and the archive do.
const ENOUGH_MEGABYTES = 500
const LEAST_MEGABYTES = 100

/** What must be in order before a meeting, each looked at here and now. */
export async function readiness(parts: ReadinessParts): Promise<Check[]> {
  const known = stationInterfaces(networkInterfaces()).find(({ address }) => address === parts.address)
  return [
    await diskCheck(parts.data),
    batteryCheck(parts.power ?? (await readPower())),
    {
      check: 'address',
      state: !known ? 'bad' : known.kind === 'loopback' || known.kind === 'virtual' ? 'warning' : 'good',
      details: [parts.address],
    },
    await portCheck(parts, known !== undefined),
    { check: 'page', state: existsSync(parts.page) ? 'good' : 'bad', details: [] },
    ...(parts.urn === null
      ? []
      : [{ check: 'box' as const, state: existsSync(parts.urn) ? ('good' as const) : ('bad' as const), details: [] }]),
  ]
}

// A meeting takes two hours; a laptop's last third does not last that long.
const ENOUGH_PERCENT = 60

/** On the mains is good, whatever the charge; what cannot be seen is said, and is no fault. */
function batteryCheck(power: Power | null): Check {
  if (!power) return { check: 'battery', state: 'warning', details: [] }
  const { plugged, percent } = power
  const details = percent === null ? [] : [String(percent)]
  if (plugged) return { check: 'battery', state: 'good', details }
  return { check: 'battery', state: percent !== null && percent >= ENOUGH_PERCENT ? 'warning' : 'bad', details }
}

async function diskCheck(data: string): Promise<Check> {
  let folder = data
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  const megabytes = Math.floor((bavail * bsize) / 1_000_000)
  const state = megabytes < LEAST_MEGABYTES ? 'bad' : megabytes < ENOUGH_MEGABYTES ? 'warning' : 'good'
  return { check: 'disk', state, details: [String(megabytes), String(ENOUGH_MEGABYTES)] }
}

async function portCheck({ address, port, running }: ReadinessParts, known: boolean): Promise<Check> {
  const details = [String(port)]
  if (running || !known) return { check: 'port', state: running ? 'good' : 'warning', details }
  const page = await startTestPage(address, port, () => undefined)
  if (!page.ok) return { check: 'port', state: 'bad', details }
  await page.value.stop()
  return { check: 'port', state: 'good', details }
}
