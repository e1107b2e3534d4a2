import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { ATTEMPT_BYTES, encodeCast } from '#shared/domain/ballot/cast/cast-message.ts'
import { encodeRows } from '#shared/domain/ballot/cast/encode-rows.ts'
import type { BoxCounts } from '#shared/domain/ballot/count/box-counts.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { sealBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import { readSlipCode } from '#shared/domain/ballot/slip/slip-code.ts'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'
import { buildVote, partsOf, TELLERS } from './build-box.ts'
import { buildSetUpFile } from './build-set-up.ts'
import { runBox } from './run-box.ts'
import { runPingyi, servePingyi } from './run-pingyi.ts'

// The whole meeting by the real command, in real processes, over real files and sockets: DESIGN.md "The command line".

let folder: string
const input = (value: unknown) => JSON.stringify(value)
const tellers = input({ tellers: TELLERS, need: 2 })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-story-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** In a process of its own; `here` in this one, for what is refused anyway. */
const pingyi = (args: readonly string[], stdin = '') => runPingyi(['box', ...args], stdin, folder)
const here = (args: readonly string[], stdin = '') => runBox(args, stdin, folder)
const write = (name: string, value: unknown) => writeFile(join(folder, name), input(value))

async function createBox(name: string, overrides: Parameters<typeof buildSetUpFile>[0] = {}) {
  await write(`${name}.json`, buildSetUpFile(overrides, { people: 4 }))
  const created = await pingyi([
    'create',
    '--meeting',
    `${name}.json`,
    '--out',
    `${name}.urn`,
    '--slips',
    `${name}.slips`,
  ])
  expect(created).toMatchObject({ code: 0, stdout: '' })
  const slips: { readonly group: string; readonly code: string }[] = JSON.parse(
    await readFile(join(folder, `${name}.slips`), 'utf8'),
  ).slips
  return (group: string) => slips.filter(slip => slip.group === group).map(slip => slip.code)
}

describe('a meeting from the slips to the count', () => {
  const marks = (...options: (string | null)[]): Ballot['marks'] =>
    Object.fromEntries(
      options.flatMap((option, index) => (option === null ? [] : [[`i0${index + 1}`, { overall: option }]])),
    )
  const [E, C, B, I] = ['excellent', 'competent', 'basic', 'incompetent'] as const

  // Catches: anything that goes wrong between the parts: a group that stands in another's place, a void ballot counted.
  test('the tally is the planted one', async () => {
    const slipsOf = await createBox('m', { limits: { excellent: 2 }, voidRules: ['all-equal'] })
    expect(['A', 'B', 'C', 'D'].map(group => slipsOf(group).length)).toEqual([8, 6, 6, 5])

    expect(await here(['serve', 'm.urn'])).toMatchObject({ code: 2, stdout: '' })
    expect(await here(['open', 'm.urn', '--tellers', '-', '--json'], tellers)).toMatchObject({ code: 2, stdout: '' })
    const sealed = await pingyi(['seal', 'm.urn', '--tellers', '-'], tellers)
    expect(sealed.code).toBe(0)
    expect(sealed.stdout).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){4}\n$/)
    expect(await here(['seal', 'm.urn', '--tellers', '-'], tellers)).toMatchObject({ code: 2, stdout: '' })

    const station = await servePingyi('m.urn', folder)
    const cast = async (code: string, ballot: unknown, run = pingyi) => {
      await write('ballot.json', ballot)
      return run(['cast', '--url', station.url, '--slip', '-', '--ballot', 'ballot.json'], `${code}\n`)
    }
    const recorded = { code: 0, stdout: '{"status":"recorded"}\n' }

    // A, on the command line: four ballots, one twice, one that the phone refuses.
    const a = slipsOf('A')
    expect(await cast(a[0] ?? '', { marks: marks(E, C, B, I) })).toMatchObject(recorded)
    expect(await cast(a[0] ?? '', { marks: marks(I, I, I, E) })).toMatchObject({
      code: 0,
      stdout: '{"status":"already-recorded"}\n',
    })
    expect(await cast(a[1] ?? '', { marks: marks(E, E, E, null) })).toMatchObject({
      code: 1,
      stdout: '{"status":"refused","reason":"over-limit"}\n',
    })
    expect(await cast(a[1] ?? '', { marks: marks(E, E, C, null) }, here)).toMatchObject(recorded)

    // The others as many phones at once, by the same protocol.
    const phone = await connectStation(station.url)
    if (!phone) throw new Error('no station')
    const submit = async (code: string | undefined, ballot: Ballot) =>
      expect(await phone.submit(buildVote(phone.box, code ?? '', ballot))).toEqual({ status: 'recorded' })
    const votes: readonly [string, number, Ballot][] = [
      ['A', 2, { marks: marks(C, C, C, B) }],
      ['A', 3, { marks: {} }],
      // B: two ballots only, counted into the group with the most slips.
      ['B', 0, { marks: marks(B, B, C, C) }],
      ['B', 1, { marks: marks(null, null, E, E) }],
      ['C', 0, { marks: marks(C, B, C, B) }],
      ['C', 1, { marks: marks(C, B, C, B) }],
      ['C', 2, { marks: marks(B, B, B, C) }],
      // D: peers, three ballots less one are too few; into C, as named.
      ['D', 0, { marks: marks(null, E, E, null), self: 'i01' }],
      ['D', 1, { marks: marks(C, null, C, B), self: 'i02' }],
      ['D', 2, { marks: marks(B, C, null, C), self: 'i03' }],
    ]
    await Promise.all(votes.map(([group, place, ballot]) => submit(slipsOf(group)[place], ballot)))

    // What no phone of ours sends: a ballot of one mark throughout, one of too many 优秀, one that is no ballot, a copy.
    const post = (code: string | undefined, sealed: Uint8Array) => {
      const proof = slipProof(readSlipCode(code ?? '') ?? '', phone.box.box)
      return encodeCast({ proof, attempt: secureRandom(ATTEMPT_BYTES), sealed })
    }
    const foreign = (code: string | undefined, plain: Uint8Array) => {
      const { box } = phone
      const context = ballotContext(box.box, box.meeting, 'A')
      const sealedBallot = sealBallot(plain, Buffer.from(box.publicKey, 'hex'), context, secureRandom)
      return post(code, sealedBallot)
    }
    const rows = (values: readonly number[]) => encodeRows(Uint32Array.from(values), phone.box.meeting)
    const tooMany = foreign(a[5], rows([1, 1, 1, 2]))
    for (const vote of [foreign(a[4], rows([2, 2, 2, 2])), tooMany])
      expect(await phone.submit(vote)).toEqual({ status: 'recorded' })
    const overheard = partsOf(phone.box, foreign(a[6], rows([4, 4, 4, 3]))).sealed
    for (const code of [a[6], a[7]]) expect(await phone.submit(post(code, overheard))).toEqual({ status: 'recorded' })

    expect(await here(['open', 'm.urn', '--tellers', '-', '--json'], tellers)).toMatchObject({ code: 2, stdout: '' })
    expect(await station.end('SIGINT')).toMatchObject({ code: 0, signal: null })
    expect(await cast(slipsOf('B')[3] ?? '', { marks: {} }, here)).toMatchObject({ code: 2, stdout: '' })

    const wrong = input({ tellers: [TELLERS[0], { ...TELLERS[1], passphrase: '不对不对不对' }] })
    const refused = await here(['open', 'm.urn', '--tellers', '-', '--json'], wrong)
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('口令不对：乙')

    const opened = await pingyi(['open', 'm.urn', '--tellers', '-', '--json'], input({ tellers: TELLERS.slice(1) }))
    expect(opened.code).toBe(0)
    const counts: BoxCounts = JSON.parse(opened.stdout)
    expect(counts.groups).toEqual([
      // Eight came: five are valid, the copy and the two that break a rule are void.
      { id: 'A', printed: 8, returned: 8, void: 3 },
      { id: 'B', printed: 6, returned: 2, void: 0, mergedInto: 'A' },
      { id: 'C', printed: 6, returned: 3, void: 0 },
      { id: 'D', printed: 5, returned: 3, void: 0, mergedInto: 'C' },
    ])
    const row = (instructor: string, group: string) => {
      const tally = counts.tallies.find(one => one.instructor === instructor && one.group === group)
      return tally && [...Object.values(tally.marks), tally.abstain, tally.self]
    }
    // A and B: (E,C,B,I) (E,E,C,–) (C,C,C,B) (–,–,–,–) (I,I,I,B) and (B,B,C,C) (–,–,E,E).
    expect(['i01', 'i02', 'i03', 'i04'].map(id => row(id, 'A'))).toEqual([
      [2, 1, 1, 1, 2, 0],
      [1, 2, 1, 1, 2, 0],
      [1, 3, 1, 1, 1, 0],
      [1, 1, 2, 1, 2, 0],
    ])
    // C and D: (C,B,C,B) (C,B,C,B) (B,B,B,C) and (self,E,E,–) (C,self,C,B) (B,C,self,C).
    expect(['i01', 'i02', 'i03', 'i04'].map(id => row(id, 'C'))).toEqual([
      [0, 3, 2, 0, 0, 1],
      [1, 1, 3, 0, 0, 1],
      [1, 3, 1, 0, 0, 1],
      [0, 2, 3, 0, 1, 0],
    ])
    expect(counts.tallies).toHaveLength(8)

    const again = await pingyi(['open', 'm.urn', '--tellers', '-', '--json'], wrong)
    expect(again).toMatchObject({ code: 0, stdout: opened.stdout })
    const table = await here(['open', 'm.urn', '--tellers', '-'], tellers)
    expect(table.stdout).toMatch(/i01 +A +overall +excellent 2 {2}competent 1/)
    for (const args of [
      ['serve', 'm.urn'],
      ['seal', 'm.urn', '--tellers', '-'],
    ])
      expect(await here(args, tellers)).toMatchObject({ code: 2, stdout: '' })
    expect((await stat(join(folder, 'm.urn'))).mtime.getUTCFullYear()).toBe(2000)
  }, 60_000)
})
