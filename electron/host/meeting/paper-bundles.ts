import { readSealRecord } from '#electron/host/box/seal-record.ts'
import { asTyped } from '#electron/host/box/tellers.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import { ballotFaultWords } from '#shared/domain/ballot/cast/ballot-fault.ts'
import { encodeRows, encodeVoid } from '#shared/domain/ballot/cast/encode-rows.ts'
import { type PaperRows, rowsOfPaper } from '#shared/domain/ballot/paper/paper-ballot.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { sealBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { shuffled } from '#shared/domain/ballot/shuffle.ts'
import { type Result, success } from '#shared/lib/result.ts'
import type { BoxInUse } from './box-in-use.ts'
import { type Bundle, comparedBundle, settledBundle } from './paper-bundle.ts'
import { castRefusal, type Refusal, refusal } from './refusals.ts'

/** The bundles of paper ballots that are being keyed for the box in use. They go when it is put away. */
export type PaperBundles = {
  readonly begin: (box: BoxInUse, input: CallInput<'paper.begin'>) => Result<CallOutput<'paper.begin'>, Refusal>
  readonly enter: (box: BoxInUse, input: CallInput<'paper.enter'>) => Result<CallOutput<'paper.enter'>, Refusal>
  readonly settle: (box: BoxInUse, input: CallInput<'paper.settle'>) => Result<CallOutput<'paper.settle'>, Refusal>
  readonly commit: (box: BoxInUse, bundle: string) => Promise<Result<CallOutput<'paper.commit'>, Refusal>>
  readonly recorded: (box: BoxInUse) => Result<CallOutput<'paper.recorded'>, Refusal>
  readonly discard: (bundle: string) => void
  readonly discardAll: () => void
}

const NOT_OPEN = { created: 'not-sealed', closed: 'closed', counted: 'closed', destroyed: 'closed' } as const

export function paperBundles(): PaperBundles {
  const bundles = new Map<string, Bundle>()
  const recordedOf = ({ store }: BoxInUse, group: string) => store.paper().get(group) ?? 0

  return {
    begin: (box, { group: id, ballots }) => {
      const phase = box.store.phase()
      if (phase !== 'sealed') return refusal(NOT_OPEN[phase])
      const group = publicMeeting(box.setUp).groups.find(each => each.id === id)
      if (!group) return refusal('not-found', [id])
      const recorded = recordedOf(box, id)
      const room = (box.setUp.groups.find(each => each.id === id)?.paper ?? 0) - recorded
      if (ballots > room) return refusal('box-full', [String(room)])
      const bundle = Buffer.from(secureRandom(16)).toString('hex')
      bundles.set(bundle, { group, size: ballots, entries: [], choices: [], committing: null })
      return success({ bundle, recorded, room })
    },
    enter: (box, { bundle: id, by, ballots }) => {
      const bundle = bundles.get(id)
      if (!bundle || bundle.committing) return refusal('not-found')
      if (ballots.length !== bundle.size) return refusal('bad-ballots', [`应录入 ${bundle.size} 张`])
      const meeting = publicMeeting(box.setUp)
      const read: PaperRows[] = []
      const lines: string[] = []
      for (const [index, ballot] of ballots.entries()) {
        const rows = rowsOfPaper(ballot, meeting)
        if (rows.ok) read.push(rows.value)
        else lines.push(...rows.error.map(fault => `第 ${index + 1} 张：${ballotFaultWords(fault)}`))
      }
      if (lines.length > 0) return refusal('bad-ballots', lines.slice(0, 20))
      const who = asTyped(by)
      const others = bundle.entries.filter(entry => entry.by !== who)
      // Two people have keyed it: a third may not look for a version that suits.
      if (others.length > 1) return refusal('same-person')
      const place = bundle.entries.findIndex(entry => entry.by === who)
      const entry = { by: who, ballots: read }
      bundle.entries = place === 0 ? [entry, ...others] : [...others, entry]
      bundle.choices = []
      return success(comparedBundle(bundle, meeting))
    },
    settle: (box, { bundle: id, choices }) => {
      const bundle = bundles.get(id)
      if (!bundle || bundle.committing) return refusal('not-found')
      const meeting = publicMeeting(box.setUp)
      const differences = comparedBundle(bundle, meeting).differences ?? []
      if (choices.some(({ difference }) => !differences[difference])) return refusal('bad-request')
      const settled = differences.map(({ choice }) => choice)
      for (const { difference, entry } of choices) settled[difference] = entry
      bundle.choices = settled
      return success(comparedBundle(bundle, meeting))
    },
    commit: async (box, id) => {
      const bundle = bundles.get(id)
      if (!bundle) return refusal('not-found')
      // A second call while the first is on its way to the disk waits for the same answer.
      bundle.committing ??= commitBundle(box, bundle)
      const outcome = await bundle.committing
      if (outcome.ok) return success({ recorded: recordedOf(box, bundle.group.id) })
      bundle.committing = null
      return outcome
    },
    recorded: box => {
      const groups = box.setUp.groups.map(({ id, paper }) => {
        const recorded = recordedOf(box, id)
        return { id, recorded, room: (paper ?? 0) - recorded }
      })
      return success({ groups })
    },
    discard: id => {
      if (!bundles.get(id)?.committing) bundles.delete(id)
    },
    discardAll: () => bundles.clear(),
  }
}

async function commitBundle({ store, setUp }: BoxInUse, bundle: Bundle): Promise<Result<null, Refusal>> {
  const meeting = publicMeeting(setUp)
  const ballots = settledBundle(bundle, meeting)
  if (!ballots) return refusal('unsettled')
  const record = readSealRecord(store.seal() ?? new Uint8Array())
  if (!record) return refusal('not-sealed')
  const context = ballotContext(store.identity.box, meeting, bundle.group.id)
  const publicKey = Buffer.from(record.publicKey, 'hex')
  // Not in the pile's order, though a slot's place is drawn at random anyway.
  const sealed = shuffled(ballots, secureRandom).map(rows => {
    const plain = rows ? encodeRows(rows, meeting) : encodeVoid(meeting)
    return sealBallot(plain, publicKey, context, secureRandom)
  })
  const outcome = await store.castPaper(bundle.group.id, sealed)
  switch (outcome) {
    case 'recorded':
      for (const entry of bundle.entries) for (const { rows } of entry.ballots) rows?.fill(0)
      bundle.entries = []
      return success(null)
    case 'storage':
    case 'full':
    case 'closed':
    case 'busy':
      return castRefusal(outcome)
    default:
      throw new Error('a bundle is of one group, its ballots of one size')
  }
}
