import { expect, test } from 'vitest'
import { type CallName, calls } from '#shared/contract/contract.ts'
import { forms } from '#shared/sheets/forms.ts'
import { scaled } from '#tests/crash/depth.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { planYear } from '#tests/unit/meeting/meeting-plan-file.ts'
import { guardPrototypes, tryDoor } from './door.ts'
import { startLiveHost } from './live-host.ts'
import { below, type Draw, mutateBytes, mutateJson, oneOf } from './mutate.ts'
import { sampleOf, schemaOf } from './sample-of.ts'

// The same calls as in contract-calls, but answered by the real handlers over real folders, one after the other: what an
// untrusted or broken renderer can do to the host in any order. Nothing throws, nothing is answered that the contract does
// not say, nothing is written beside the host's own folders.

guardPrototypes()

const NAMES = Object.keys(calls) as CallName[]
/** Calls that take a box or a bundle on its way: drawn more often, or no sequence would ever come far. */
const STORY: readonly [CallName, ...CallName[]] = [
  'meeting.create',
  'meeting.use',
  'meeting.seal',
  'meeting.serve',
  'paper.begin',
  'paper.enter',
  'paper.commit',
  'meeting.close',
  'meeting.open',
  'meeting.copy',
  'meeting.remove',
]
const YEAR = planYear()
const FINISHED = JSON.stringify(buildEvaluation({ instructors: buildInstructors(3), ratings: [] }))
const PAPER = { marks: { i01: { overall: 'excellent' }, i02: { overall: 'basic' } } }
const HEX = /^[0-9a-f]{32}$|^[0-9a-f]{64}$/

/** Every text below a value that looks like a ticket, a hash or a job. */
function handles(value: unknown): string[] {
  if (typeof value === 'string') return HEX.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'job' && typeof each === 'string' ? [each] : handles(each),
  )
}

/** Inputs that may mean something to this host: its own tickets and files, its year, its tellers. */
function valuesOf(heard: readonly unknown[], call: CallName) {
  const known = heard.slice(-60).flatMap(handles)
  const files = heard.filter(each => each instanceof Uint8Array).slice(-8)
  return (key: string, draw: Draw): unknown => {
    if (draw() < 0.1) return undefined
    switch (key) {
      case 'evaluation':
        return draw() < 0.8
          ? oneOf([YEAR, FINISHED], draw)
          : JSON.stringify(mutateJson(JSON.parse(oneOf([YEAR, FINISHED], draw)), draw))
      case 'evaluations':
        return [oneOf([YEAR, FINISHED], draw)]
      case 'year':
        return draw() < 0.9 ? 2026 : undefined
      case 'meeting':
      case 'plan':
        return draw() < 0.9 ? 'm1' : undefined
      case 'group':
        return oneOf(['A', 'B', 'C', 'D'], draw)
      case 'tellers':
        return draw() < 0.8 ? [...TELLERS] : undefined
      case 'need':
        return 2
      case 'address':
        return oneOf(['127.0.0.1', '127.0.0.1', '256.1.1.1'], draw)
      case 'port':
        return 0
      case 'forms':
        return [forms[below(forms.length, draw)]?.id ?? '']
      case 'by':
        return oneOf(['甲', '乙'], draw)
      case 'ballots':
        return call === 'paper.begin' ? 2 : [PAPER, PAPER]
      case 'ticket':
      case 'bundle':
      case 'job':
      case 'sha256':
      case 'base':
        return known.at(-1 - below(Math.max(1, known.length), draw))
      case 'file':
      case 'base64': {
        const file = files[below(Math.max(1, files.length), draw)]
        if (!(file instanceof Uint8Array)) return undefined
        return Buffer.from(draw() < 0.5 ? file : mutateBytes(file, draw)).toString('base64')
      }
      default:
        return undefined
    }
  }
}

test('the real handlers answer whatever is asked of them, in any order', async () => {
  const host = await startLiveHost()
  try {
    const make = (draw: Draw) => {
      const name = draw() < 0.5 ? oneOf([...STORY], draw) : (NAMES[below(NAMES.length, draw)] ?? 'app.capabilities')
      const sample = sampleOf(schemaOf(name), draw, valuesOf(host.heard, name))
      const changed = typeof sample === 'object' && sample !== null && draw() < 0.15
      return { name, input: changed ? mutateJson(sample, draw) : sample }
    }
    await tryDoor('the host’s live handlers', scaled(400, 20_000), make, async ({ name, input }) => {
      const reply = await host.ask(name, input)
      return reply !== 'not-let-in' && reply.ok ? 'read' : 'refused'
    })
  } finally {
    await host.end()
  }
})

/** A sealed box with two ballots in it, copied to a stick. */
async function copiedBox(): Promise<Uint8Array> {
  const host = await startLiveHost()
  const box = { year: 2026, meeting: 'm1' }
  try {
    const answered = async (name: CallName, input: unknown): Promise<unknown> => {
      const reply = await host.ask(name, input)
      if (reply === 'not-let-in' || !reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
      return reply.data
    }
    await answered('meeting.create', { evaluation: YEAR, plan: 'm1' })
    await answered('meeting.seal', { ...box, tellers: [...TELLERS], need: 2, recovery: false })
    const begun = await answered('paper.begin', { group: 'A', ballots: 2 })
    const { bundle } = begun as { readonly bundle: string }
    for (const by of ['甲', '乙']) await answered('paper.enter', { bundle, by, ballots: [PAPER, PAPER] })
    await answered('paper.commit', { bundle })
    const copy = await answered('meeting.copy', box)
    if (!(copy instanceof Uint8Array)) throw new Error('no copy')
    return copy
  } finally {
    await host.end()
  }
}

// Catches: a copy that was damaged on its way and is taken over with another number of ballots, or only in part.
test('a copy of a meeting is taken over whole, or not at all', async () => {
  const copy = await copiedBox()
  await tryDoor(
    'a meeting copied to a stick',
    scaled(60, 3_000),
    draw => (draw() < 0.05 ? copy : mutateBytes(copy, draw)),
    async bytes => {
      const host = await startLiveHost()
      try {
        const taken = await host.ask('meeting.takeOver', { file: Buffer.from(bytes).toString('base64') })
        const boxes = await host.ask('meeting.boxes', {})
        if (taken === 'not-let-in' || !taken.ok) {
          expect(boxes).toEqual({ ok: true, data: { boxes: [] } })
          return 'refused'
        }
        expect(taken.data).toMatchObject({ year: 2026, meeting: 'm1', phase: 'sealed', ballots: 2 })
        expect(boxes).toEqual({ ok: true, data: { boxes: [{ year: 2026, meeting: 'm1' }] } })
        const used = await host.ask('meeting.use', { year: 2026, meeting: 'm1' })
        expect(used).toMatchObject({ ok: true })
        return 'read'
      } finally {
        await host.end()
      }
    },
  )
})
