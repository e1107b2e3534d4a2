import type { BrowserContext } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOfBallot } from '#shared/domain/ballot/cast/ballot-rows.ts'
import { encodeRows } from '#shared/domain/ballot/cast/encode-rows.ts'
import { tableBlocks } from '#tests/anonymity/bytes/leveldb.ts'
import { needlesOf } from '#tests/anonymity/bytes/needles.ts'
import { checkNeedles } from '#tests/anonymity/checks/check-markers.ts'
import type { Evidence } from '#tests/anonymity/evidence.ts'
import { startRoom } from '#tests/e2e/phone.ts'
import { record } from '#tests/prove/record.ts'
import { slipsOf } from '#tests/unit/box/build-box.ts'
import { leftInProfile, PHONE } from './kept-profile.ts'
import { castFilled, fillIn } from './page-voter.ts'

// PROMISES.md §1, "phone left behind": every file of a real browser's profile after voting, LevelDB's blocks unpacked.

/** Marks that stand nowhere by chance: one in a hundred thousand each. */
const POINTS = ['73.194', '41.587', '88.263', '19.746', '64.915']
const marks = Object.fromEntries(POINTS.map((points, index) => [`i0${index + 1}`, { overall: points }]))

type Room = Awaited<ReturnType<typeof startRoom>>
let room: Room

beforeAll(async () => {
  room = await startRoom(
    {
      scale: { kind: 'points', min: '0', max: '100', step: '0.001' },
      groups: [{ id: 'A', name: '企业工会代表', slips: 5 }],
    },
    { people: POINTS.length },
  )
  return room.station.stop
})

/** The readable marks in what is left: as typed, each by itself, and as the page's own bytes. */
function readable(left: Evidence): string[] {
  const { box } = room.phone
  const [group] = box.meeting.groups
  const rows = group && rowsOfBallot({ marks }, box.meeting, group)
  if (!rows?.ok) throw new Error('the ballot is refused')
  const secrets = new Map<string, string | Uint8Array>(POINTS.map(points => [points, points]))
  secrets.set('the rows', encodeRows(rows.value, box.meeting).slice(0, 1 + 3 * POINTS.length))
  secrets.set('the rows as numbers', rows.value.join(','))
  return checkNeedles('phone', left, needlesOf(secrets)).map(({ what }) => what)
}

/** Fills in, loses the browser before casting (so that the draft is on the disk, not in memory), starts it again, casts. */
function vote(slip: number, prepare: (context: BrowserContext) => Promise<void>): Promise<Evidence> {
  const { url } = room.station
  const code = slipsOf(room.slips, 'A')[slip]?.digits ?? ''
  return leftInProfile(PHONE, [
    async context => {
      await prepare(context)
      await fillIn(await context.newPage(), url, code, room.phone.box, { marks })
    },
    async context => {
      await prepare(context)
      const page = await context.newPage()
      await page.goto(url)
      await page.getByText(`已评 ${POINTS.length}/${POINTS.length}`).waitFor()
      await castFilled(page)
      // Whoever picks the phone up next.
      await page.reload()
      await page.getByLabel('输入测评码').waitFor()
    },
  ])
}

describe('a phone after the vote', () => {
  // Catches: a draft in the clear, or one whose key lies beside it; a mark in an address, a form's history or a cache.
  test('holds no readable mark in any file of its browser', async () => {
    const left = await vote(0, async () => undefined)
    const stores = [...left.files.keys()].filter(file => file.includes('Local Storage/leveldb/'))
    expect(left.files.size).toBeGreaterThan(20)
    expect(stores.length).toBeGreaterThan(2)
    // Every table of every LevelDB in the profile is one that the scan can read into (there may be none: a log that was used
    // again is not yet a table).
    const tables = [...left.files].filter(([file]) => file.endsWith('.ldb'))
    expect(tables.filter(([, bytes]) => tableBlocks(bytes).length < 2).map(([file]) => file)).toEqual([])
    expect(readable(left)).toEqual([])
    // The scan reads what the page did keep there and has deleted: its own key.
    const kept = needlesOf(new Map([['the draft’s place', `pingyi/draft/${room.phone.box.box}`]]))
    expect(checkNeedles('phone', left, kept)).not.toEqual([])
    record('anonymity: browser profiles after voting', {
      profiles: 1,
      files: left.files.size,
      bytes: [...left.files.values()].reduce((total, file) => total + file.length, 0),
    })
  })

  // The leak put in on purpose: a draft kept readable for a while, and deleted when the vote is cast.
  test('would be seen to hold a mark that was kept and deleted', async () => {
    const left = await vote(1, async context => {
      await context.addInitScript(() => {
        document.addEventListener('input', event => {
          if (!(event.target instanceof HTMLInputElement)) return
          localStorage.setItem('draft', `${localStorage.getItem('draft') ?? ''} ${event.target.value}`)
        })
        document.addEventListener('click', event => {
          if (event.target instanceof HTMLElement && event.target.innerText === '交票') localStorage.removeItem('draft')
        })
      })
    })
    const found = readable(left)
    record('anonymity: leaks put in on purpose', { leaks: 1, caught: found.length > 0 ? 1 : 0 })
    expect(found.join('\n')).toContain('73.194')
  })
})
