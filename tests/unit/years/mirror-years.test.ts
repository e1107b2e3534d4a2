import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createYearsHandlers } from '#electron/host/years/years-handlers.ts'
import { changeYear, type Edit } from '#renderer/db/repositories/change-year.ts'
import { saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import type { Database } from '#renderer/db/schema/database.ts'
import { type MirrorTrouble, mirrorYears } from '#renderer/mirror/mirror-years.ts'
import type { HostClient } from '#shared/contract/contract.ts'
import { packEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { openTestDatabase } from '#tests/unit/db/open-test-database.ts'

const AT = '2026-12-21T08:00:00.000Z'
const start = readBuilt(buildEvaluation({ title: '甲' }))
const retitle =
  (title: string): Edit =>
  evaluation => ({ ...evaluation, title })

async function mirrored() {
  const data = await mkdtemp(join(tmpdir(), 'pingyi-mirror-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  const handlers = createYearsHandlers(data, () => new Date(AT))
  const asked: string[] = []
  // Only the mirror's two calls are asked here.
  const host = {
    request: (name: 'years.list' | 'years.mirror', input: never) => {
      asked.push(name)
      return handlers[name](input)
    },
    on: () => () => undefined,
  } as unknown as HostClient
  const database = openTestDatabase()
  await saveEvaluation(database, start, { sample: false, importedAt: AT, replace: false })
  const file = join(data, 'years', '2026.pingyi.json')
  return { database, host, asked, file, handlers, read: () => readFile(file, 'utf8').catch(() => '') }
}

/** A window of the app: mirrors until it is closed. */
function open(database: Database, host: HostClient) {
  const stop = new AbortController()
  const told: (MirrorTrouble | null)[] = []
  mirrorYears(database, host, trouble => told.push(trouble), stop.signal)
  onTestFinished(() => stop.abort())
  return { told, close: () => stop.abort() }
}

const patiently = { timeout: 10_000 }

// Catches: every start that sends a whole year to the host again, while the first pages are opened; and a start that takes
// a mirror for granted which is gone.
test('a start writes nothing that stands with the host already, and what is missing again', async () => {
  const { database, host, asked, file, read } = await mirrored()
  const first = open(database, host)
  await vi.waitFor(async () => expect(await read()).toBe(packEvaluation(start)), patiently)
  await vi.waitFor(async () => expect((await database.settings.get('mirrored:2026'))?.value).toBeTruthy(), patiently)
  first.close()

  asked.length = 0
  const second = open(database, host)
  await vi.waitFor(() => expect(asked).toEqual(['years.list']), patiently)
  await changeYear(database, 2026, { what: '改', at: AT }, retitle('乙'))
  await vi.waitFor(async () => expect(await read()).toContain('乙'), patiently)
  expect(asked).toEqual(['years.list', 'years.mirror'])
  await vi.waitFor(async () => expect((await database.settings.get('mirrored:2026'))?.value).toContain('乙'), patiently)
  second.close()

  await rm(file)
  open(database, host)
  await vi.waitFor(async () => expect(await read()).toContain('乙'), patiently)
})

// Catches: another browser's state of the year that this one takes for its own, because its own has not changed since.
test('a start tells what another browser has written meanwhile', async () => {
  const { database, host, handlers, read } = await mirrored()
  const first = open(database, host)
  await vi.waitFor(async () => expect((await database.settings.get('mirrored:2026'))?.value).toBeTruthy(), patiently)
  first.close()
  await handlers['years.mirror']({ evaluation: packEvaluation({ ...start, title: '别处' }), base: null, force: true })
  const { told } = open(database, host)
  await vi.waitFor(() => expect(told).toMatchObject([{ year: 2026, code: 'changed-elsewhere' }]), patiently)
  expect(await read()).toContain('别处')
})
