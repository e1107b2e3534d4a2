import { isIP } from 'node:net'
import { setUpOf } from '#electron/host/box/halls.ts'
import type { ScryptCost } from '#electron/host/box/locked-share.ts'
import { openBoxes } from '#electron/host/box/open-boxes.ts'
import { newRecoveryCode, printedRecoveryCode } from '#electron/host/box/recovery-code.ts'
import { sealBox } from '#electron/host/box/seal-box.ts'
import { serveBox } from '#electron/host/box/serve-box.ts'
import { checkTellers, needOf, tellerWarnings } from '#electron/host/box/tellers.ts'
import type { StationPage } from '#electron/host/station/station-page.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import { boxCountsSchema } from '#shared/domain/ballot/count/box-counts.ts'
import { joinHalls } from '#shared/domain/ballot/set-up/join-halls.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { recoverySheet } from '#shared/sheets/recovery-sheet/recovery-sheet.ts'
import type { BoxInUse } from './box-in-use.ts'
import { diskRefusal, type Refusal, refusal, serveRefusal } from './refusals.ts'
import { renderDefinition } from './render-definition.ts'
import type { WaitingDocuments } from './waiting-documents.ts'

type Outcome<T> = Promise<Result<T, Refusal>>

export type SealParts = {
  readonly documents: WaitingDocuments
  readonly worker: string | URL | undefined
  readonly cost: ScryptCost
}

/** Seals the box for the tellers who were elected, and makes the sheet for the envelope where it is wanted. */
export async function sealInRoom(
  box: BoxInUse,
  input: CallInput<'meeting.seal'>,
  { documents, worker, cost }: SealParts,
): Outcome<CallOutput<'meeting.seal'>> {
  if (box.store.phase() !== 'created') return refusal('already-sealed')
  const tellers = { tellers: input.tellers, need: input.need }
  const faults = checkTellers(tellers)
  if (faults.length > 0) return success({ outcome: 'bad-tellers', faults })
  const code = input.recovery ? newRecoveryCode(secureRandom) : null
  try {
    const sealed = await sealBox(box.store, tellers, cost, secureRandom, code)
    if (!sealed.ok) return refusal('already-sealed')
    // From here on nobody prints slips any more.
    documents.forgetOf(box.key)
    const sheet = code === null ? null : await envelopeSheet(box, input, sealed.value, code, worker)
    return success({
      outcome: 'sealed',
      fingerprint: sealed.value,
      warnings: tellerWarnings(tellers),
      recovery: sheet && documents.add(box.key, 'recovery', sheet),
    })
  } catch (error) {
    if (!isDiskError(error)) throw error
    return diskRefusal(error.code ?? '')
  }
}

/** The sheet for the envelope. Sealed it is by now: a name that the font lacks is left to be written by hand. */
async function envelopeSheet(
  { key, setUp }: BoxInUse,
  { tellers, need }: CallInput<'meeting.seal'>,
  fingerprint: string,
  code: string,
  worker: string | URL | undefined,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const sheet = {
    title: setUp.title,
    organiser: '',
    date: `${key.year}-12-31`,
    fingerprint,
    code: printedRecoveryCode(code),
    need: needOf({ tellers, need }),
  }
  const named = await renderDefinition(recoverySheet({ ...sheet, tellers: tellers.map(({ name }) => name) }), worker)
  if (named.ok) return named.value
  const blank = await renderDefinition(recoverySheet({ ...sheet, title: '民主测评会', tellers: [] }), worker)
  return blank.ok ? blank.value : null
}

/** Runs the station of a sealed box; one that runs already is moved to the new address. */
export async function serveInRoom(
  box: BoxInUse,
  { address, port }: { readonly address: string; readonly port: number },
  page: StationPage | null,
): Outcome<null> {
  if (!page) return refusal('no-page')
  const station = await serveBox(box.store, {
    host: address,
    port,
    page,
    // A router's name for this computer is no address: phones send it as their host.
    names: isIP(address) === 0 ? [address.toLowerCase()] : [],
    // The name of a bug alone; there is nowhere to write it, and the phone is told that its vote was not taken.
    onBug: () => undefined,
  })
  if (!station.ok) return serveRefusal(station.error)
  box.station = station.value
  return success(null)
}

/** Ends the voting for good; the station goes on, to tell late phones so. */
export async function closeInRoom(box: BoxInUse): Outcome<CallOutput<'meeting.close'>> {
  if (box.store.phase() === 'created') return refusal('not-sealed')
  try {
    if (box.store.phase() === 'sealed') await box.store.close()
    return returnedInRoom(box)
  } catch (error) {
    if (!isDiskError(error)) throw error
    return diskRefusal(error.code ?? '')
  }
}

/** What came back, exactly: before the end of the voting it would be a running count. */
export function returnedInRoom(
  { store, setUp }: BoxInUse,
  others: readonly BallotStore[] = [],
): Result<CallOutput<'meeting.returned'>, Refusal> {
  if (store.phase() !== 'closed') return refusal('not-closed')
  const all = [store, ...others]
  const printed = joinHalls([setUp, ...others.map(setUpOf)])
  if (!printed.ok) return refusal('other-meeting')
  return success({
    groups: printed.value.groups.map(({ id, slips, paper: sheets = 0 }) => {
      const paper = all.reduce((sum, each) => sum + (each.paper().get(id) ?? 0), 0)
      const filled = all.reduce((sum, each) => sum + (each.filled().get(id) ?? 0), 0)
      return { id, phones: filled - paper, paper, printed: slips + sheets }
    }),
  })
}

/** Opens the closed box, and the other halls' with it, with the tellers' passphrases; `progress` is told about every hundredth of the way. */
export async function openInRoom(
  { store }: BoxInUse,
  others: readonly BallotStore[],
  { tellers, recovery, voidDamaged, lostHalls }: CallInput<'meeting.open'>,
  progress: (done: number, total: number) => void,
): Outcome<CallOutput<'meeting.open'>> {
  const phase = store.phase()
  if (phase === 'created') return refusal('not-sealed')
  if (phase === 'sealed') return refusal('not-closed')
  let told = -1
  const opened = await openBoxes([store, ...others], tellers, {
    lostHalls: lostHalls ?? 0,
    voidDamaged: voidDamaged ?? false,
    recovery,
    random: secureRandom,
    progress: (done, total) => {
      const part = Math.floor((done * 100) / Math.max(1, total))
      if (part > told) progress(done, total)
      told = Math.max(told, part)
    },
  })
  if (opened.ok) {
    const counts = boxCountsSchema.parse(JSON.parse(opened.value.counts))
    return success({ outcome: 'counted', counts, again: opened.value.rolls === null })
  }
  const { box, fault } = opened.error
  switch (fault.code) {
    case 'too-few': {
      const { need, right, wrong, unknown, recovery: given } = fault.roll
      const roll = { need, right: [...right], wrong: [...wrong], unknown: [...unknown], recovery: given }
      return success({ outcome: 'too-few-tellers', roll, ...(others.length > 0 ? { box } : {}) })
    }
    case 'damaged-ballots':
      return success({
        outcome: 'damaged-ballots',
        groups: fault.groups.map(({ id, damaged }) => ({ id, damaged })),
        suggestions: fault.suggestions,
      })
    case 'not-sealed':
      return refusal('not-sealed')
    case 'halls':
    case 'opened-apart':
    case 'no-room':
      return refusal('other-halls')
    case 'other-meeting':
    case 'same-box':
      return refusal(fault.code)
    case 'damaged':
      return refusal('damaged', [fault.place])
    case 'disk':
      return diskRefusal(fault.place)
  }
}
