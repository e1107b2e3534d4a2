import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { newSlips } from '#electron/host/box/new-slips.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { createHubBox } from '#electron/host/hub/create-hub-box.ts'
import { hubDatabase } from '#electron/host/hub/hub-database.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { LANE_HEADER } from '#shared/domain/ballot/cast/cast-lane.ts'
import { buildVote, sealForVoters } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { serveHub } from './run-hub.ts'
import { startPostgres } from './start-postgres.ts'

// Catches: a voter sent to the teller because the network sent the vote twice, the second time to the other station.
test('a vote that the network doubles in front of two stations is known as its own', { timeout: 120_000 }, async () => {
  const postgres = await startPostgres()
  const db = hubDatabase(postgres.url)
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-doubled-'))
  onTestFinished(async () => {
    await db.end()
    await postgres.remove()
    await rm(folder, { recursive: true, force: true })
  })
  await migrate(db)
  const setUp = buildSetUp({ groups: [{ id: 'A', name: '职工', slips: 24 }] })
  const box = Buffer.from(secureRandom(16)).toString('hex')
  const slips = newSlips(setUp, secureRandom)
  await createHubBox(db, { box, setUp, proofs: proofsOf(setUp, slips, box) }, secureRandom)
  const store = await openHubBox(db, box, secureRandom)
  if (!store.ok) throw new Error(store.error.code)
  await sealForVoters(store.value, setUp)
  const stations = [await serveHub(folder, postgres.url), await serveHub(folder, postgres.url)]
  const proxy = await startDoublingProxy(stations.map(({ url }) => url))
  onTestFinished(async () => {
    await proxy.stop()
    for (const station of stations) await station.end('SIGTERM')
  })
  const phone = await connectStation(proxy.url)
  if (!phone) throw new Error('no station behind the proxy')
  for (const { digits } of slips) {
    const reply = await phone.submit(buildVote(phone.box, digits, { marks: {} }))
    expect(reply).toEqual({ status: 'already-recorded', own: true })
  }
  // Both took some: what is known was not known because all went to one.
  expect(Math.min(...proxy.posts)).toBeGreaterThan(0)
  // Another vote with a slip that has voted stays another's.
  const again = await phone.submit(buildVote(phone.box, slips[0]?.digits ?? '', { marks: {} }))
  expect(again).toEqual({ status: 'already-recorded' })
})

/** Sends each vote twice and answers with the second answer; to a station by the vote's lane, as `resources/hub` has it. */
async function startDoublingProxy(stations: readonly string[]) {
  const posts = stations.map(() => 0)
  let turn = 0
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request))
    const lane = request.headers[LANE_HEADER.toLowerCase()]
    const forward = async () => {
      const at = (typeof lane === 'string' ? Number.parseInt(lane, 16) : turn++) % stations.length
      if (body.length > 0) posts[at] = (posts[at] ?? 0) + 1
      const headers = { 'Content-Type': request.headers['content-type'] ?? '' }
      const post = body.length > 0 ? { method: 'POST', headers, body: Uint8Array.from(body) } : {}
      const answer = await fetch(new URL(request.url ?? '/', stations[at]), post)
      return { status: answer.status, text: await answer.text() }
    }
    if (body.length > 0) await forward()
    const { status, text } = await forward()
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text)
  })
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    posts,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
