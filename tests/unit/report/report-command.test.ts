import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReportingHandlers } from '#electron/host/report/office/reporting-handlers.ts'
import { TOKEN } from '#shared/domain/report/report-exchange.ts'
import { runHub } from '#tests/unit/hub/run-hub.ts'
import { type ReportHub, startReportHub } from './report-hub.ts'

const LONG = { timeout: 120_000 }

let hub: ReportHub
let folder: string
beforeAll(async () => {
  hub = await startReportHub()
  folder = await mkdtemp(join(tmpdir(), 'pingyi-report-command-'))
}, 120_000)
afterAll(async () => {
  await hub.stop()
  await rm(folder, { recursive: true })
})

// Catches: a key that is shown again, that can be given on a command line, or that leaves the one before it valid.
test('hub report key makes the office’s key, shows it once, and makes the one before it void', LONG, async () => {
  const office = createReportingHandlers(folder, () => new Date(0))
  const connect = (key: string) => office['reporting.connect']({ address: hub.url, key })
  expect(await connect(hub.key)).toMatchObject({ ok: true })
  const made = await runHub(['hub', 'report', 'key'], '', folder, hub.postgres.url)
  expect(made.code).toBe(0)
  const key = made.stdout.trim()
  expect(key).toMatch(TOKEN)
  expect(made.stderr).not.toContain(key)
  expect(await connect(key)).toMatchObject({ ok: true })
  expect(await connect(hub.key)).toMatchObject({ error: { code: 'hub-key' } })
  expect(await runHub(['hub', 'report', 'key', key], '', folder, hub.postgres.url)).toMatchObject({
    code: 2,
    stdout: '',
  })
  expect(await runHub(['hub', 'report', 'key'], '', folder, null)).toMatchObject({ code: 2, stdout: '' })
  expect(await runHub(['hub', 'report'], '', folder, hub.postgres.url)).toMatchObject({ code: 2, stdout: '' })
})
