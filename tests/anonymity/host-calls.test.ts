import { expect, test } from 'vitest'
import { connectStation } from '#electron/host/box/connect-station.ts'
import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import { slipProof } from '#shared/domain/ballot/slip/slip-proof.ts'
import { record } from '#tests/prove/record.ts'
import { buildVote, partsOf, TELLERS } from '#tests/unit/box/build-box.ts'
import { dataFolder, type MeetingHost, removeFolder, startMeetingHost } from '#tests/unit/meeting/build-meeting-host.ts'
import { planYear, readPlanYear } from '#tests/unit/meeting/meeting-plan-file.ts'
import { slipCodes } from '#tests/unit/meeting/slip-codes.ts'
import { needlesOf, withHashes } from './bytes/needles.ts'
import { checkNeedles } from './checks/check-markers.ts'
import { checkWhole } from './checks/check-whole.ts'
import { collectEvidence, withFile } from './evidence.ts'
import type { Script, World } from './script.ts'

// The same promise for the app's own calls: nothing that the host answers or tells before the opening depends on a mark, and
// nothing of a vote is in its data folder or its answers afterwards.

const BOX = { year: 2026, meeting: 'm1' }
const GROUP_SIZES = { A: 10, B: 8, C: 8, D: 6 }

const whole = (...marks: readonly string[]): Ballot => ({
  marks: Object.fromEntries(marks.map((mark, index) => [`i0${index + 1}`, { overall: mark }])),
})
// Rows that stand in no table of counts in this order.
const ONE = whole('excellent', 'excellent', 'basic', 'basic')
const OTHER = whole('basic', 'basic', 'excellent', 'excellent')

/** Who votes in which order, in either world; the last two of each pile are keyed in from paper. */
const VOTES: readonly { readonly group: 'A' | 'B'; readonly ballots: readonly [Ballot, Ballot] }[] = [
  { group: 'A', ballots: [ONE, OTHER] },
  { group: 'B', ballots: [OTHER, ONE] },
  { group: 'A', ballots: [ONE, OTHER] },
  { group: 'A', ballots: [OTHER, ONE] },
  { group: 'B', ballots: [ONE, OTHER] },
  { group: 'A', ballots: [OTHER, ONE] },
  { group: 'B', ballots: [ONE, OTHER] },
  { group: 'B', ballots: [OTHER, ONE] },
]

/** Everything that the app may ask without a teller, as text: without what is drawn anew for every box. */
async function askAll(host: MeetingHost): Promise<string> {
  const replies = [
    await host.call('meeting.boxes', {}),
    await host.call('meeting.use', BOX),
    await host.call('meeting.returned', BOX),
    await host.call('paper.recorded', {}),
    await host.call('meeting.open', { ...BOX, tellers: [] }),
    await host.call('meeting.open', { ...BOX, tellers: [...TELLERS] }),
  ]
  return withoutDrawn(JSON.stringify(replies))
}

/** A text without what is drawn anew for every box: by chance it would differ, or look like marks in a row. */
function withoutDrawn(text: string): string {
  return text
    .replace(/[0-9a-f]{32,}/g, 'hex')
    .replace(/([0-9A-F]{4}-)+[0-9A-F]{4}/g, 'fingerprint')
    .replace(/127\.0\.0\.1:[0-9]+/g, 'address')
}

async function hold(world: World) {
  const data = await dataFolder()
  const host = await startMeetingHost(data)
  try {
    const created = await host.ask('meeting.create', { evaluation: planYear(), plan: BOX.meeting })
    const codes = await slipCodes(await host.ask('meeting.document', { ticket: created.slips ?? '' }))
    await host.ask('meeting.seal', { ...BOX, tellers: [...TELLERS], need: 2, recovery: false })
    const { station } = await host.ask('meeting.serve', { ...BOX, address: '127.0.0.1', port: 0 })
    const phone = await connectStation(station?.url ?? '')
    if (!phone) throw new Error('no station')
    const left = { A: codes.slice(0, GROUP_SIZES.A), B: codes.slice(GROUP_SIZES.A, GROUP_SIZES.A + GROUP_SIZES.B) }
    const answers = [await askAll(host)]
    const secrets = new Map<string, string | Uint8Array>()
    for (const [index, { group, ballots }] of VOTES.entries()) {
      const code = (left[group].pop() ?? '').replaceAll('-', '')
      const message = buildVote(phone.box, code, ballots[world])
      expect(await phone.submit(message)).toEqual({ status: 'recorded' })
      answers.push(await askAll(host))
      secrets.set(`code ${index}`, code)
      secrets.set(`proof ${index}`, slipProof(code, phone.box.box))
      secrets.set(`sealed ballot ${index}`, partsOf(phone.box, message).sealed.slice(0, 16))
    }
    const { bundle } = await host.ask('paper.begin', { group: 'A', ballots: 2 })
    const ballots = [ONE, OTHER].map(({ marks }) => ({ marks }))
    for (const by of ['计票人一', '计票人二']) await host.ask('paper.enter', { bundle, by, ballots })
    await host.ask('paper.commit', { bundle })
    answers.push(await askAll(host))
    const events = host.events.map(event => withoutDrawn(JSON.stringify(event)))
    await host.ask('meeting.stop', {})
    await host.ask('meeting.close', BOX)
    const opened = await host.ask('meeting.open', { ...BOX, tellers: [...TELLERS] })
    if (opened.outcome !== 'counted') throw new Error(opened.outcome)
    await host.stop()
    const evidence = withFile(
      withFile(await collectEvidence(data), 'what was told', Buffer.from(JSON.stringify(host.events))),
      'what was counted',
      Buffer.from(JSON.stringify(opened)),
    )
    for (const { name, passphrase } of TELLERS) secrets.set(`passphrase of ${name}`, passphrase)
    return { answers, events, evidence, secrets, counts: JSON.stringify(opened.counts) }
  } finally {
    await host.stop()
    await removeFolder(data)
  }
}

// Catches: a running tally in a status, an event or an error; a code, a proof or a ballot in the host's folder or answers.
test('the host’s calls are the same in both worlds, and leave no marker', async () => {
  const { setUp } = readPlanYear()
  const script: Script = { setUp, voters: [] }
  const [one, other] = [await hold(0), await hold(1)]
  expect(one.answers).toHaveLength(VOTES.length + 2)
  expect(one.answers).toEqual(other.answers)
  expect(one.events).toEqual(other.events)
  expect(one.counts).toEqual(other.counts)
  // They do tell that people vote, in steps of five.
  expect(one.answers.at(-1)).toContain('"voted":5')
  expect(new Set(one.answers).size).toBeGreaterThan(1)
  for (const { evidence, secrets } of [one, other]) {
    expect([...evidence.files.keys()].some(file => file.endsWith('.urn'))).toBe(true)
    expect(checkNeedles('markers', evidence, needlesOf(withHashes(secrets))).map(({ what }) => what)).toEqual([])
    const voters = [ONE, OTHER].flatMap(ballot => {
      const group = setUp.groups[0]?.id
      return group ? [{ group, agent: '', ballots: [ballot, ballot] as const }] : []
    })
    // Four marks stand one after the other among random bytes, or the digits of a fingerprint, by chance: the texts are
    // looked at without them.
    const texts = {
      ...evidence,
      files: new Map(
        [...evidence.files]
          .filter(([file]) => !file.endsWith('.urn'))
          .map(([file, bytes]) => [file, Buffer.from(withoutDrawn(bytes.toString('utf8')))] as const),
      ),
    }
    expect(checkWhole(texts, { ...script, voters }, 0)).toEqual([])
  }
  record('anonymity: meetings through the host’s calls', {
    meetings: 2,
    answers: one.answers.length + other.answers.length,
  })
})
