import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import type { CallInput, CallName } from '#shared/contract/contract.ts'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { allFiles } from '#tests/anonymity/all-files.ts'
import { MemoryDisk } from '#tests/crash/memory-disk.ts'
import { buildVote, fillUrn, openStore, partsOf, sealForVoters, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from './build-meeting-host.ts'
import { planYear } from './meeting-plan-file.ts'
import { pdfWords, slipCodes } from './slip-codes.ts'

// PROMISES.md §1, for what the app adds to the box: its calls, its events, its files, its paper.

const box = { year: 2026, meeting: 'm1' }
let host: MeetingHost

beforeEach(async () => {
  host = await startMeetingHost(await dataFolder())
})

afterEach(async () => {
  await host.stop()
  await removeFolder(host.data)
})

const [E, C, B, I] = ['excellent', 'competent', 'basic', 'incompetent'] as const
const ballot = (...options: string[]): Ballot => ({
  marks: Object.fromEntries(options.map((option, index) => [`i0${index + 1}`, { overall: option }])),
})

/** One scripted meeting up to the end of the voting: what every call answered, and the secrets that were about. */
async function hold(phones: readonly Ballot[], paper: readonly Ballot[], look: () => Promise<void> = async () => {}) {
  const answers: unknown[] = []
  const ask = async <Name extends Extract<CallName, `meeting.${string}` | `paper.${string}`>>(
    name: Name,
    input: CallInput<Name>,
  ) => {
    const answer = await host.ask(name, input)
    if (!(answer instanceof Uint8Array)) answers.push([name, answer])
    return answer
  }
  const { slips } = await ask('meeting.create', { evaluation: planYear(), plan: 'm1' })
  const codes = await slipCodes(await ask('meeting.document', { ticket: slips ?? '' }))
  await look()
  const sealed = await ask('meeting.seal', { ...box, tellers: [...TELLERS], recovery: true })
  if (sealed.outcome !== 'sealed') throw new Error(sealed.outcome)
  const recovery = /\d{4}(-\d{4}){5}/.exec(
    await pdfWords(await ask('meeting.document', { ticket: sealed.recovery ?? '' })),
  )
  const { station } = await ask('meeting.serve', { ...box, address: '127.0.0.1', port: 0 })
  const phone = await connectStation(station?.url ?? '')
  if (!phone) throw new Error('no station')
  for (const [place, filled] of phones.entries())
    answers.push(await phone.submit(buildVote(phone.box, codes[place] ?? '', filled)))
  const { bundle } = await ask('paper.begin', { group: 'A', ballots: paper.length })
  for (const by of ['计票人一', '计票人二']) await ask('paper.enter', { bundle, by, ballots: [...paper] })
  await look()
  await ask('paper.commit', { bundle })
  await ask('paper.recorded', {})
  await ask('meeting.use', box)
  await look()
  await ask('meeting.stop', {})
  await ask('meeting.close', box)
  await ask('meeting.returned', box)
  return { answers, secrets: [...codes, recovery?.[0] ?? '', ...TELLERS.map(({ passphrase }) => passphrase)] }
}

/** Without what is random in any two meetings: ids, fingerprints, ports. */
function withoutChance(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(/[0-9a-f]{32}/g, '<id>')
    .replaceAll(/[0-9A-F]{4}(-[0-9A-F]{4}){4}/g, '<fingerprint>')
    .replaceAll(/127\.0\.0\.1:\d+/g, '<address>')
}

// Catches: a running tally in a status, an event that comes only with some mark, a warning that tells what was chosen.
test('no call and no event before the opening depends on a mark', async () => {
  const one = [ballot(E, E, C, B), ballot(C, B, I, E), ballot(B, C, C, E)]
  const other = [ballot(I, B, B, C), ballot(E, C, B, B), ballot(C, C, E, I)]
  const first = await hold(one, other)
  const told = withoutChance([first.answers, host.events])
  await host.stop()
  await removeFolder(host.data)
  host = await startMeetingHost(await dataFolder())
  const second = await hold(other, one)
  expect(withoutChance([second.answers, host.events])).toBe(told)
})

// Catches: a code, a passphrase or a ballot being keyed that goes into any file, whole or as its digits.
test('no secret is ever in a file', async () => {
  const seen: Buffer[] = []
  const look = async () => {
    for (const [path, bytes] of await allFiles(host.data)) seen.push(bytes, Buffer.from(path))
  }
  const { secrets } = await hold([ballot(E, E, C, B)], [ballot(C, B, I, E)], look)
  await host.ask('meeting.open', { ...box, tellers: TELLERS.slice(1) })
  await look()
  expect(seen.length).toBeGreaterThan(20)
  const forms = secrets.flatMap(secret => [secret, secret.replaceAll('-', '')]).filter(secret => secret !== '')
  for (const bytes of seen)
    for (const secret of forms)
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(secret, encoding))).toBe(false)
})

// Catches: paper kept apart from the phones' ballots, before or behind them, or in another size.
test('where a paper ballot lies in the urn says nothing', async () => {
  const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: 4, paper: 4 }] })
  const runs = 200
  let paperFirst = 0
  for (let run = 0; run < runs; run++) {
    const disk = new MemoryDisk(new Uint8Array(0), run)
    const slips = await fillUrn(disk.file(), setUp)
    const store = await openStore(disk.file())
    const publicBox = await sealForVoters(store, setUp)
    const votes = slips.map(slip => partsOf(publicBox, buildVote(publicBox, slip.digits, { marks: {} })))
    const [first, second, ...others] = votes
    if (!first || !second) throw new Error('no votes')
    const paper = others.map(({ sealed }) => sealed)
    await store.cast(first.proof, first.sealed)
    await store.castPaper('A', paper)
    await store.cast(second.proof, second.sealed)
    await store.close()
    const [group] = await Array.fromAsync(store.readSealed())
    expect(new Set(group?.sealed.map(({ length }) => length)).size).toBe(1)
    const [lowest] = group?.sealed ?? []
    if (lowest && paper.some(sealed => Buffer.from(sealed).equals(lowest))) paperFirst++
  }
  // Half of 200, 99.99 % band: ±3.9 standard deviations of 7.07.
  expect(Math.abs(paperFirst - runs / 2)).toBeLessThan(28)
})
