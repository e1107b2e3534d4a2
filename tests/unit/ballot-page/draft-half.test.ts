import { afterEach, describe, expect, test } from 'vitest'
import { serveBox } from '#electron/host/box/serve-box.ts'
import { checkRequest } from '#electron/host/station/request-check.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { type DraftReply, readDraftReply } from '#shared/domain/ballot/cast/draft-half.ts'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'
import { buildVote, openStore, partsOf } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { type RunningStation, startBox } from '#tests/unit/box/build-station.ts'

let running: RunningStation | undefined
afterEach(async () => {
  await running?.station.stop()
  running = undefined
})

async function ask(url: string, proof: Uint8Array): Promise<DraftReply | null> {
  const init = { method: 'POST', headers: { 'Content-Type': CAST_TYPE }, body: Uint8Array.from(proof) }
  return readDraftReply(await (await fetch(new URL('/draft', url), init)).text())
}

const halfOf = (reply: DraftReply | null) => (reply?.status === 'unused' ? Buffer.from(reply.half).toString('hex') : '')

describe('the station’s half of a draft’s key', () => {
  // Catches: a half that a restart changes (every draft lost), that two slips share, that stands in the urn as it is, or
  // that is still given when the slip has voted (what remains on the phone could be read).
  test('is each slip’s own, survives a restart, is in no file, and is gone with the vote', async () => {
    running = await startBox(buildSetUp())
    const { slips, station, store, disk, phone } = running
    const code = slips[0]?.digits ?? ''
    const proofs = slips.map(slip => slipProof(slip.digits, store.identity.box))
    const [proof = new Uint8Array()] = proofs
    const halves: string[] = []
    for (const each of proofs) halves.push(halfOf(await ask(station.url, each)))
    expect(new Set(halves).size).toBe(slips.length)
    expect(disk.image.length).toBeGreaterThan(0)
    const image = Buffer.from(disk.image).toString('hex')
    // Nor its first half, which is as long as the hashes that are there.
    for (const half of halves) expect(image).not.toContain(half.slice(0, 32))

    await station.stop()
    await store.release()
    disk.restart()
    const again = await openStore(disk.file())
    const served = await serveBox(again, { host: '127.0.0.1', port: 0, page: PLAIN_PAGE, onBug: () => undefined })
    if (!served.ok) throw new Error(served.error)
    expect(halfOf(await ask(served.value.url, proof))).toBe(halves[0])

    const vote = slips[0]?.group === 'D' ? { marks: {}, self: 'i01' } : { marks: {} }
    await again.cast(proof, partsOf(phone.box, buildVote(phone.box, code, vote)).sealed)
    expect(await ask(served.value.url, proof)).toEqual({ status: 'already-recorded' })
    await again.close()
    expect(await ask(served.value.url, proofs[1] ?? proof)).toEqual({ status: 'refused', reason: 'closed' })
    await served.value.stop()
  })

  test('is not given for what is no slip of the box', async () => {
    running = await startBox(buildSetUp())
    expect(await ask(running.station.url, secureRandom(32))).toEqual({ status: 'refused', reason: 'unknown-slip' })
  })

  test('is asked for with one proof, from the page itself', () => {
    const check = (headers: Readonly<Record<string, string>>, method = 'POST', target = '/draft') => {
      const all = { Host: '10.0.0.1', 'Content-Type': CAST_TYPE, 'Content-Length': '32', ...headers }
      const verdict = checkRequest(
        { method, target, rawHeaders: Object.entries(all).flat() },
        { names: [], castBytes: 144 },
      )
      return verdict.ok ? verdict.route : verdict.status
    }
    expect(check({})).toBe('draft')
    expect(check({ 'Content-Length': '33' })).toBe(413)
    expect(check({ 'Content-Length': '31' })).toBe(400)
    expect(check({ Origin: 'http://evil.example' })).toBe(403)
    expect(check({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(check({ 'Content-Type': 'text/plain' })).toBe(415)
    expect(check({ Host: 'evil.example' })).toBe(421)
    expect(check({}, 'POST', '/draft?')).toBe(404)
    expect(check({ 'Content-Length': '0' }, 'GET')).toBe(404)
  })
})

describe('its answer', () => {
  // Catches: a captive portal's page or half a response taken for a key.
  test.each(['', '<html>', '{"status":"unused"}', '{"status":"unused","half":"00"}', '{"status":"recorded"}'])(
    '%s is none',
    text => {
      expect(readDraftReply(text)).toBeNull()
    },
  )
})
