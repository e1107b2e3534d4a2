import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { BallotStore, CastOutcome } from '#electron/host/urn/ballot-store.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { openStore } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { DEPTH } from './depth.ts'
import { MemoryDisk, PowerCut } from './memory-disk.ts'
import { type PlantedBox, plantBox } from './planted-box.ts'
import { runCounter, runResult } from './run-counter.ts'

// Slip × phone × station × restart, in any order that fast-check can think of (PROMISES.md §2).

const SLIPS = 5
const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: SLIPS, paper: 1 }] }, { people: SLIPS })

const count = runCounter('the protocol’s model: slips, phones, troubles and restarts in any order')

let planted: PlantedBox

beforeAll(async () => {
  planted = await plantBox(setUp)
})

/** What people know: who was told 已收到, who has sent anything at all. */
type Model = { readonly acknowledged: Set<number>; readonly sent: Set<number> }
type Real = { readonly disk: MemoryDisk; store: BallotStore | null }
type Command = fc.AsyncCommand<Model, Real>

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

async function submit(voters: readonly number[], model: Model, real: Real): Promise<(CastOutcome | null)[]> {
  const outcomes = await Promise.allSettled(
    voters.map(async voter => {
      const vote = planted.votes[voter]
      return vote && real.store ? real.store.cast(vote.proof, vote.sealed) : null
    }),
  )
  return outcomes.map((outcome, index) => {
    const voter = voters[index] ?? 0
    model.sent.add(voter)
    if (outcome.status === 'rejected') {
      if (!(outcome.reason instanceof PowerCut)) throw outcome.reason
      real.store = null
      return null
    }
    if (outcome.value === 'recorded') expect(model.acknowledged.has(voter)).toBe(false)
    if (outcome.value === 'recorded' || outcome.value === 'already-recorded') model.acknowledged.add(voter)
    return outcome.value
  })
}

/** Whatever has happened: acknowledged ⊆ used ⊆ sent, and the slots hold exactly the ballots of the used slips. */
async function check(model: Model, real: Real, last = false): Promise<void> {
  const store = await openStore(new MemoryDisk(real.disk.image, 1).file())
  const used: number[] = []
  for (const [voter, { proof }] of planted.votes.entries())
    if ((await store.participate(proof)) === 'used') used.push(voter)
  for (const voter of model.acknowledged) expect(used).toContain(voter)
  for (const voter of used) expect([...model.sent]).toContain(voter)
  const sealed = (await Array.fromAsync(store.readSealed())).flatMap(group => group.sealed.map(hex)).sort()
  if (last)
    count(
      runResult(
        [...model.acknowledged].map(voter => hex(planted.votes[voter]?.sealed ?? new Uint8Array())),
        sealed,
      ),
    )
  expect(sealed).toEqual(used.map(voter => hex(planted.votes[voter]?.sealed ?? new Uint8Array())).sort())
}

class Submit implements Command {
  readonly voters: readonly number[]
  constructor(voters: readonly number[]) {
    this.voters = voters
  }
  check = () => true
  toString = () => `submit ${this.voters.join(' ')}`
  async run(model: Model, real: Real): Promise<void> {
    await submit(this.voters, model, real)
    await check(model, real)
  }
}

class Trouble implements Command {
  readonly kind: 'stop' | 'tear' | 'fail'
  readonly at: number
  readonly times: number
  constructor(kind: 'stop' | 'tear' | 'fail', at: number, times: number) {
    this.kind = kind
    this.at = at
    this.times = times
  }
  check = () => true
  toString = () => `${this.kind} at ${this.at}${this.kind === 'fail' ? ` × ${this.times}` : ''}`
  async run(_model: Model, real: Real): Promise<void> {
    const { kind, at, times } = this
    real.disk.trouble(kind === 'fail' ? { kind, at, code: 'EIO', times } : { kind, at })
  }
}

class Restart implements Command {
  readonly power: boolean
  constructor(power: boolean) {
    this.power = power
  }
  check = () => true
  toString = () => (this.power ? 'power cut' : 'kill -9')
  async run(model: Model, real: Real): Promise<void> {
    if (this.power || !real.store) real.disk.restart()
    const store = await openUrnOn(real.disk.file(), secureRandom).catch((error: unknown) => {
      if (error instanceof PowerCut) return null
      throw error
    })
    // A disk that fails while the station starts: it does not start, and says so.
    if (store && !store.ok) expect(store.error.code).toBe('disk')
    real.store = store?.ok ? store.value : null
    await check(model, real)
  }
}

test('acknowledged is counted, counted was cast, each once', async () => {
  const voter = fc.nat({ max: SLIPS - 1 })
  const commands = fc.commands(
    [
      fc.array(voter, { minLength: 1, maxLength: 6 }).map(voters => new Submit(voters)),
      fc
        .tuple(
          fc.constantFrom('stop' as const, 'tear' as const, 'fail' as const),
          fc.integer({ min: 1, max: 25 }),
          fc.integer({ min: 1, max: 6 }),
        )
        .map(([kind, at, times]) => new Trouble(kind, at, times)),
      fc.boolean().map(power => new Restart(power)),
    ],
    { maxCommands: 30 },
  )
  await fc.assert(
    fc.asyncProperty(commands, fc.nat(), async (run, seed) => {
      const disk = new MemoryDisk(planted.image, seed)
      const real: Real = { disk, store: await openStore(disk.file()) }
      const model: Model = { acknowledged: new Set(), sent: new Set() }
      await fc.asyncModelRun(() => ({ model, real }), run)
      disk.restart()
      await check(model, { disk, store: null }, true)
    }),
    { numRuns: 60 * DEPTH },
  )
})
