import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castFilled, fillIn } from '#tests/anonymity/pages/page-voter.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { runCounter, tallyResult } from '#tests/crash/run-counter.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { countBox, startRoom } from '#tests/e2e/phone.ts'
import { slipsOf } from '#tests/unit/box/build-box.ts'
import { FAULTS, startBrokenProxy } from './broken-proxy.ts'

// PROMISES.md §2: Wi-Fi drops, half responses, delays, duplicates, between the real page and the real station.

const VOTERS = 5
const count = runCounter('ballots by the page over a network that loses, halves, delays and doubles')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// Catches: a vote lost with its answer, a retry that counts twice, a page that takes anything else for 已收到.
test(
  'every voter reads 已收到, and every ballot is counted once',
  async () => {
    const met = new Set<string>()
    for (let run = 0; run < scaled(1, 12); run++) {
      const draw = seeded(run + 1)
      const room = await startRoom(
        { groups: [{ id: 'A', name: '企业工会代表', slips: VOTERS }], minGroupBallots: 3 },
        { people: VOTERS },
      )
      // Six in seven requests go wrong in some way, but for the page itself: who cannot load it tries again by hand.
      const proxy = await startBrokenProxy(room.station.url, (method, path) =>
        method === 'GET' && path === '/' ? 'fine' : (FAULTS[Math.floor(draw() * FAULTS.length)] ?? 'fine'),
      )
      const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
      const page = await context.newPage()
      // The page goes on trying with longer and longer pauses: how long that takes depends on luck, and is not what is tested.
      page.setDefaultTimeout(PATIENCE)
      for (const [voter, { digits }] of slipsOf(room.slips, 'A').entries()) {
        const ballot = { marks: { [`i0${voter + 1}`]: { overall: 'excellent' } } }
        await fillIn(page, proxy.url, digits, room.phone.box, ballot)
        await castFilled(page)
      }
      await context.close()
      for (const fault of proxy.done.keys()) met.add(fault)
      await proxy.stop()
      const counts = await countBox(room)
      count(tallyResult(JSON.stringify(counts), Array<boolean>(VOTERS).fill(true)))
      expect(counts.tallies.map(tally => tally.marks['excellent'])).toEqual(Array(VOTERS).fill(1))
    }
    expect(met.size).toBe(FAULTS.length)
  },
  PATIENCE,
)

// Catches: a voter sent to the teller because a browser or a router sent the vote twice: the answer to the second copy alone
// came back, the slip had voted, and the page had lost nothing that it knew of. (Found by the run above at full depth.)
test('a voter whose vote the network doubles reads 已收到', async () => {
  const room = await startRoom({ groups: [{ id: 'A', name: '企业工会代表', slips: 3 }] }, { people: 1 })
  const proxy = await startBrokenProxy(room.station.url, (method, path) =>
    method === 'POST' && path === '/' ? 'twice' : 'fine',
  )
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
  const page = await context.newPage()
  for (const { digits } of slipsOf(room.slips, 'A')) {
    await fillIn(page, proxy.url, digits, room.phone.box, { marks: { i01: { overall: 'excellent' } } })
    await castFilled(page)
  }
  await context.close()
  await proxy.stop()
  expect((await countBox(room)).tallies.map(tally => tally.marks['excellent'])).toEqual([3])
})
