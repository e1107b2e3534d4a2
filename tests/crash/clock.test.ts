import { afterEach, expect, test, vi } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { openBox } from '#electron/host/box/open-box.ts'
import { serveBox } from '#electron/host/box/serve-box.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { buildVote, fillUrn, openStore, sealForVoters, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { MemoryDisk } from './memory-disk.ts'

// PROMISES.md §2: no wall clock in any rule; the meeting goes on whatever the clock says, and wherever the laptop's address moves.

const VOTERS = 12
const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: VOTERS }] }, { people: VOTERS })

const CLOCKS = [
  '2026-12-20T09:30:00Z',
  '1970-01-01T00:00:00Z',
  '2038-01-19T03:14:08Z',
  '1999-12-31T23:59:59Z',
  '2026-03-29T01:00:00Z',
  '+100000-01-01T00:00:00Z',
  '2026-12-20T09:29:00Z',
]
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'UTC']

const zone = process.env['TZ']
afterEach(() => {
  vi.useRealTimers()
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

/** Sets the clock and the time zone to the next of those above. */
function jump(step: number): void {
  vi.setSystemTime(new Date(CLOCKS[step % CLOCKS.length] ?? 0))
  process.env['TZ'] = ZONES[step % ZONES.length]
}

const vote = (box: Parameters<typeof buildVote>[0], code: string, voter: number) =>
  buildVote(box, code, { marks: { [setUp.instructors[voter]?.id ?? '']: { overall: 'excellent' } } })

// Catches: a session that expires, a lock-out until 1970 is over, a slip valid from a time, a count that waits for a moment.
test('a meeting with a jumping clock counts every ballot once', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  let step = 0
  jump(step++)
  const disk = new MemoryDisk(new Uint8Array(0), 1)
  const slips = await fillUrn(disk.file(), setUp)
  jump(step++)
  await sealForVoters(await openStore(disk.file()), setUp)
  for (let voter = 0; voter < VOTERS; voter += 3) {
    jump(step++)
    const store = await openStore(disk.file())
    const options = { host: '127.0.0.1', port: 0, page: PLAIN_PAGE, onBug: () => expect.fail('a bug') }
    const station = await serveBox(store, options)
    const phone = station.ok ? await connectStation(station.value.url) : null
    if (!station.ok || !phone) throw new Error('no station')
    for (let next = voter; next < voter + 3; next++) {
      jump(step++)
      const message = vote(phone.box, slips[next]?.digits ?? '', next)
      expect(await phone.submit(message)).toEqual({ status: 'recorded' })
      jump(step++)
      expect(await phone.submit(message)).toEqual({ status: 'already-recorded', own: true })
    }
    await station.value.stop()
    await store.release()
  }
  jump(step++)
  const opened = await openBox(await openStore(disk.file()), TELLERS, {
    voidDamaged: false,
    random: secureRandom,
    progress: () => jump(step++),
  })
  const counts: BoxCounts = JSON.parse(opened.ok ? opened.value.counts : '{}')
  expect(counts.tallies.map(tally => tally.marks['excellent'])).toEqual(setUp.instructors.map(() => 1))
})

// Catches: slips or drafts that are bound to an address.
test('a meeting whose laptop gets other addresses goes on with the same slips', async () => {
  const disk = new MemoryDisk(new Uint8Array(0), 1)
  const slips = await fillUrn(disk.file(), setUp)
  const store = await openStore(disk.file())
  const box = await sealForVoters(store, setUp)
  const messages = slips.map(({ digits }, voter) => vote(box, digits, voter))
  for (const [index, host] of ['127.0.0.1', '127.0.0.2', 'localhost'].entries()) {
    const station = await serveBox(store, { host, port: 0, page: PLAIN_PAGE, onBug: () => expect.fail('a bug') })
    const phone = station.ok ? await connectStation(station.value.url) : null
    if (!station.ok || !phone) throw new Error(`no station at ${host}`)
    expect(phone.box).toEqual(box)
    for (const [voter, message] of messages.slice(0, 4 * (index + 1)).entries())
      expect(await phone.submit(message)).toEqual({ status: voter < 4 * index ? 'already-recorded' : 'recorded' })
    await station.value.stop()
    expect(await connectStation(station.value.url)).toBeNull()
  }
  expect([...store.filled().values()]).toEqual([VOTERS])
})
