import { mkdir, rm } from 'node:fs/promises'
import { createBox } from '#electron/host/box/create-box.ts'
import { slipsCsv } from '#electron/host/box/slips-text.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { slipAddress } from '#shared/domain/ballot/plan/slip-address.ts'
import { meetingExtract } from '#shared/domain/evaluation/meeting-extract.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { meetingSlips } from '#shared/sheets/meeting-slip/meeting-slip.ts'
import { boxFolder, extractPath, urnPath } from './box-folder.ts'
import type { PlannedMeeting } from './planned-meeting.ts'
import { diskRefusal, type Refusal, refusal, urnRefusal } from './refusals.ts'
import { renderDefinition } from './render-definition.ts'
import type { WaitingDocuments } from './waiting-documents.ts'

/** Slips beyond these nobody cuts with scissors: their codes go out as a table, to a printing house or by message. */
const MOST_TO_CUT = 2_000

/**
 * Makes a meeting's box and its slips. The codes pass from the generator to the PDF and the table in memory; what stays is the urn with
 * their keyed hashes. Where the slips cannot be printed there is no box either.
 */
export async function createMeetingBox(
  data: string,
  { evaluation, plan, setUp }: PlannedMeeting,
  documents: WaitingDocuments,
  worker: string | URL | undefined,
): Promise<Result<CallOutput<'meeting.create'>, Refusal>> {
  const { year, organiser } = evaluation
  const key = { year, meeting: plan.id }
  const folder = boxFolder(data, key)
  const urn = urnPath(folder)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const made = await createBox(setUp, { urn, slips: null }, secureRandom)
    if (!made.ok) return urnRefusal(made.error)
    const slips = made.value.map(({ group, code }) => ({ group, code }))
    const sheet = { setUp, slips, address: slipAddress(plan), organiser, date: plan.date ?? null, year }
    const none = slips.length === 0
    const pdf = none || slips.length > MOST_TO_CUT ? null : await renderDefinition(meetingSlips(sheet), worker)
    if (pdf && !pdf.ok) {
      await rm(urn, { force: true })
      return refusal('missing-glyphs', pdf.error)
    }
    const extract = meetingExtract(evaluation, plan.id)
    if (extract) await writeWholeFile(extractPath(folder), Buffer.from(writeEvaluation(extract)), 0o600)
    return success({
      slips: pdf && documents.add(key, 'slips', pdf.value),
      codes: none ? null : documents.add(key, 'codes', Uint8Array.from(Buffer.from([...slipsCsv(slips)].join('')))),
      printed: setUp.groups.map(({ id, slips: count, paper }) => ({ id, slips: count, paper: paper ?? 0 })),
    })
  } catch (error) {
    await rm(urn, { force: true }).catch(() => undefined)
    if (!isDiskError(error)) throw error
    return diskRefusal(error.code ?? '')
  }
}
