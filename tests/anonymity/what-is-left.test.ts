import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { createBox } from '#electron/host/box/create-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { buildVote, partsOf, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { runPingyi, servePingyi } from '#tests/unit/box/run-pingyi.ts'
import { allFiles } from './all-files.ts'
import { findMarker, spellings } from './bytes/find-marker.ts'

// PROMISES.md §1: all the bytes that a meeting leaves, by the real command, searched for every voter's marker.

const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: 12, paper: 3 }] }, { people: 6 })

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-left-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('the search itself', () => {
  const marker = 'Zürich-票-7f3a91'

  // A search that finds nothing proves nothing unless it finds what is there.
  test.each([...spellings(marker).keys()])('finds a marker: %s', name => {
    const spelling = spellings(marker).get(name) ?? Buffer.alloc(0)
    expect(spelling.length).toBeGreaterThan(12)
    expect(findMarker(Buffer.concat([secureRandom(999), spelling, secureRandom(999)]), marker)).toContain(name)
  })

  test.each([0, 1, 2, 3, 4, 5])('finds a marker in base64 text of other things, %d bytes before it', before => {
    const text = Buffer.concat([Buffer.alloc(before, 'x'), Buffer.from(marker), Buffer.from('more')]).toString('base64')
    expect(findMarker(Buffer.from(text), marker)).not.toEqual([])
  })

  test('finds nothing where nothing is', () => {
    expect(findMarker(Buffer.from(secureRandom(100_000)), marker)).toEqual([])
    expect(findMarker(gzipSync(secureRandom(1_000)), marker)).toEqual([])
  })
})

describe('after a meeting', () => {
  // Catches: a log of requests, a code or ballot in a temporary file, a slip's hash beside its ballot, a time of a vote.
  test('no code, no proof, no sealed ballot, no mark, no phone, no time of a vote is anywhere', async () => {
    const urn = join(folder, 'm.urn')
    const slipsFile = join(folder, 'slips.json')
    const created = await createBox(setUp, { urn, slips: slipsFile }, secureRandom)
    if (!created.ok) throw new Error(created.error.code)
    const slips = created.value
    await rm(slipsFile)
    const tellers = JSON.stringify({ tellers: TELLERS, need: 2 })
    expect(await runPingyi(['box', 'seal', urn, '--tellers', '-'], tellers, folder)).toMatchObject({ code: 0 })

    const station = await servePingyi(urn, folder)
    const phone = await connectStation(station.url)
    if (!phone) throw new Error('no station')
    const castTimes: number[] = []
    const votes = slips.slice(0, 10).map(({ digits }, voter) => {
      const marks = Object.fromEntries(
        setUp.instructors.map(({ id }, index) => [id, { overall: (voter >> index) % 2 ? 'basic' : 'excellent' }]),
      )
      const ballot: Ballot = { marks }
      return {
        agent: `Phone-${voter}-${Buffer.from(secureRandom(6)).toString('hex')}`,
        body: buildVote(phone.box, digits, ballot),
      }
    })
    for (const { agent, body } of votes) {
      await fetch(`${station.url}?${agent}`, { headers: { 'User-Agent': agent, Cookie: agent } })
      const response = await fetch(station.url, {
        method: 'POST',
        headers: {
          'Content-Type': CAST_TYPE,
          'User-Agent': agent,
          Cookie: agent,
          'X-Forwarded-For': agent,
          Referer: agent,
        },
        body,
      })
      expect(await response.json()).toEqual({ status: 'recorded' })
      castTimes.push(Date.now())
      expect((await stat(urn)).mtime.getUTCFullYear()).toBe(2000)
    }
    const served = await station.end('SIGTERM')

    const secrets = [
      ...slips.flatMap(({ code, digits }) => [code, digits]),
      ...votes.map(({ agent }) => agent),
      ...TELLERS.map(({ passphrase }) => passphrase),
    ]
    const proofs = votes.map(({ body }) => partsOf(phone.box, body).proof)
    const sealed = votes.map(({ body }) => partsOf(phone.box, body).sealed)
    await searchAll([...secrets, ...proofs, ...castTimes.flatMap(timeSpellings)], served)

    // Before the opening the ballots are there, sealed, and nothing of their slips is in or near them.
    const before = await readFile(urn)
    for (const ballot of sealed) expect(before.includes(Buffer.from(ballot))).toBe(true)
    for (const proof of proofs)
      for (let at = 0; at + 6 <= proof.length; at++)
        expect(before.includes(Buffer.from(proof.slice(at, at + 6)))).toBe(false)

    const opened = await runPingyi(['box', 'open', urn, '--tellers', '-', '--json'], tellers, folder)
    expect(opened.code).toBe(0)
    const pieces = sealed.flatMap(ballot => [ballot.slice(0, 16), ballot.slice(32, 48), ballot.slice(-16)])
    await searchAll([...secrets, ...proofs, ...pieces, ...castTimes.flatMap(timeSpellings)], {
      ...opened,
      stdout: '',
    })
    // The result itself: one row for one person, nothing that two rows could have in common but their counts.
    const { tallies }: { tallies: Record<string, unknown>[] } = JSON.parse(opened.stdout)
    for (const row of tallies)
      expect(Object.keys(row)).toEqual(['instructor', 'group', 'indicator', 'marks', 'abstain', 'invalid', 'self'])
    expect((await stat(urn)).mtime.getUTCFullYear()).toBe(2000)
  }, 90_000)

  /** Every file below the folder, and what the process said, for every secret. */
  async function searchAll(
    secrets: readonly (string | Uint8Array)[],
    said: { readonly stdout: string; readonly stderr: string },
  ): Promise<void> {
    const files = new Map(await allFiles(folder))
    expect([...files.keys()].map(file => file.slice(folder.length + 1)).sort()).toEqual(['m.urn', 'm.urn.lock'])
    files.set('what was said', Buffer.from(said.stdout + said.stderr))
    for (const [file, bytes] of files)
      for (const secret of secrets) {
        const found = findMarker(bytes, secret)
        if (found.length > 0) expect.fail(`${file}: ${Buffer.from(secret).toString()} (${found.join(', ')})`)
      }
  }
})

/** A moment as programs write it down: seconds and milliseconds as text and in binary, both ends first, and ISO. */
function timeSpellings(time: number): (string | Uint8Array)[] {
  return [-2, -1, 0, 1, 2].flatMap(off => {
    const seconds = Math.floor(time / 1_000) + off
    const binary = Buffer.alloc(8)
    binary.writeBigUInt64BE(BigInt(seconds))
    return [String(seconds), new Date(seconds * 1_000).toISOString().slice(0, 19), Uint8Array.from(binary)]
  })
}
