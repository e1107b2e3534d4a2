import type { Fault } from '#shared/lib/fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { checkSetUp } from './check-set-up.ts'
import { type MeetingSetUp, MOST_HUB_SLOTS, MOST_SLOTS, meetingSetUpSchema } from './meeting-set-up.ts'
import { readSmallFile } from './read-small-file.ts'

/** Reads a meeting's set-up file: one that can be voted on, or every fault with its place. Source: DESIGN.md. */
export function readSetUp(text: string, mostSlots: number = MOST_SLOTS): Result<MeetingSetUp, readonly Fault[]> {
  const shaped = readSmallFile(text, meetingSetUpSchema)
  if (!shaped.ok) return shaped
  const faults = checkSetUp(shaped.value, mostSlots)
  return faults.length > 0 ? failure(faults) : success(shaped.value)
}

/** The same for a hub, which has room for more; and for what a store holds, whichever it is. */
export function readHubSetUp(text: string): Result<MeetingSetUp, readonly Fault[]> {
  return readSetUp(text, MOST_HUB_SLOTS)
}
