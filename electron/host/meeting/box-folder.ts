import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type MeetingId, meetingId } from '#shared/lib/fields.ts'
import type { BoxKey } from './box-key.ts'

/** Where the boxes of this computer are kept: one folder each, below the app's own. */
export function boxesFolder(data: string): string {
  return join(data, 'boxes')
}

/** A box's folder. An id holds no separator (the contract's `meetingId`), but could end in a dot, which Windows drops. */
export function boxFolder(data: string, { year, meeting }: BoxKey): string {
  return join(boxesFolder(data), `${year}-${meeting.replaceAll('%', '%25').replaceAll('.', '%2E')}`)
}

/** The urn in a box's folder. */
export function urnPath(folder: string): string {
  return join(folder, 'box.urn')
}

/** What the meeting's people need of the year beside the urn: an evaluation file of the one plan (`meetingExtract`). */
export function extractPath(folder: string): string {
  return join(folder, 'meeting.pingyi.json')
}

/** The boxes that are here; a folder that is none of ours is not one. */
export async function listBoxes(data: string): Promise<{ readonly year: number; readonly meeting: MeetingId }[]> {
  const names = await readdir(boxesFolder(data)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return names.sort().flatMap(name => {
    const [, year, escaped = ''] = /^(\d{4})-(.+)$/.exec(name) ?? []
    const meeting = meetingId.safeParse(escaped.replaceAll('%2E', '.').replaceAll('%25', '%'))
    return year && meeting.success ? [{ year: Number(year), meeting: meeting.data }] : []
  })
}
