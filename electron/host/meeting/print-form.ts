import type { CallInput } from '#shared/contract/contract.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { paperBallots } from '#shared/sheets/paper-ballot/paper-ballot.ts'
import { signInSheets } from '#shared/sheets/sign-in/sign-in.ts'
import { summaryCollection } from '#shared/sheets/sign-in/summary-collection.ts'
import type { PlannedMeeting } from './planned-meeting.ts'
import { type Refusal, refusal } from './refusals.ts'
import { renderDefinition } from './render-definition.ts'

/** One of a meeting's sheets that hold no secret, for one group or (null) all. */
export async function printForm(
  { evaluation, plan, setUp }: PlannedMeeting,
  form: CallInput<'meeting.print'>['form'],
  group: string | null,
  worker: string | URL | undefined,
): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  const groups = setUp.groups.filter(({ id }) => group === null || id === group)
  if (groups.length === 0) return refusal('not-found', [group ?? ''])
  const sheet = { evaluation, plan, setUp, groups: groups.map(({ id }) => id) }
  const make = form === 'sign-in' ? signInSheets : paperBallots
  // A group's list or ballot is a paper of its own: its pages are counted by themselves.
  const definitions =
    form === 'summaries' ? [summaryCollection(sheet)] : groups.map(({ id }) => make({ ...sheet, groups: [id] }))
  const pdf = await renderDefinition(definitions, worker)
  return pdf.ok ? success(pdf.value) : refusal('missing-glyphs', pdf.error)
}
