import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBox } from '#electron/host/box/open-box.ts'
import { serveBox } from '#electron/host/box/serve-box.ts'
import { builtPage } from '#electron/host/station/built-page.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { collectEvidence, type Evidence } from '#tests/anonymity/evidence.ts'
import { createAttacker } from '#tests/anonymity/game/attacker.ts'
import { coinBand } from '#tests/anonymity/game/band.ts'
import { cluesOf } from '#tests/anonymity/game/clues.ts'
import { inFolder } from '#tests/anonymity/inspect.ts'
import { type PlantedRoom, plantRoom } from '#tests/anonymity/plant-room.ts'
import { SMALL_CAST, type World, writeScript } from '#tests/anonymity/script.ts'
import { writeYear } from '#tests/anonymity/write-year.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { record } from '#tests/prove/record.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { voteByTaps } from './page-voter.ts'

// The two-world game through the real page in a real browser: what the page sends is part of what may tell.

const PAGE = join(import.meta.dirname, '..', '..', '..', 'out', 'ballot-page', 'index.html')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** One meeting by taps; everything that is left of it. */
async function holdByTaps(planted: PlantedRoom, world: World, folder: string): Promise<Evidence> {
  const page = await builtPage(PAGE)
  if (!page) throw new Error('the ballot page is not built')
  const path = join(folder, 'm.urn')
  await writeFile(path, planted.image)
  const store = await openUrn(path)
  if (!store.ok) throw new Error(store.error.code)
  const station = await serveBox(store.value, { host: '127.0.0.1', port: 0, page, onBug: () => expect.fail('a bug') })
  if (!station.ok) throw new Error(station.error)
  for (const [voter, { ballots }] of planted.script.voters.entries()) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
    const code = planted.codes[voter]?.digits ?? ''
    await voteByTaps(await context.newPage(), station.value.url, code, planted.box, ballots[world])
    await context.close()
  }
  await station.value.stop()
  const options = { voidDamaged: false, random: secureRandom, progress: () => undefined }
  const opened = await openBox(store.value, TELLERS.slice(0, 2), options)
  if (!opened.ok) throw new Error(opened.error.code)
  await store.value.release()
  await writeYear(folder, planted.script.setUp, opened.value.counts, false)
  return collectEvidence(folder)
}

// Catches: a page that sends, in size, order or kind, more than the sealed ballot; a wrong mark (the counts would differ).
test(
  'an attacker does not beat a coin over meetings held by taps',
  async () => {
    const games = scaled(2, 20)
    const toss = (): World => (((secureRandom(1)[0] ?? 0) & 1) === 1 ? 1 : 0)
    const attacker = createAttacker(toss)
    let hits = 0
    const counts = new Map<string, Set<string>>()
    for (let game = 0; game < games; game++) {
      // Pairs of games share their script: whatever the world, the counts are the same.
      const script = writeScript(seeded(game >> 1), SMALL_CAST)
      const planted = await plantRoom(script)
      const world = toss()
      const left = await inFolder(folder => holdByTaps(planted, world, folder))
      const clues = cluesOf(left, planted)
      if (attacker.guess(clues).world === world) hits++
      attacker.learn(clues, world)
      const year = left.files.get('years/2026.pingyi.json')?.toString('utf8') ?? ''
      counts.set(String(game >> 1), (counts.get(String(game >> 1)) ?? new Set()).add(year))
    }
    record('anonymity: two-world games through the page', { games, hits })
    expect([...counts.values()].every(years => years.size === 1)).toBe(true)
    const { low, high } = coinBand(games)
    expect(hits).toBeGreaterThanOrEqual(low)
    expect(hits).toBeLessThanOrEqual(high)
  },
  PATIENCE,
)
