import type { Fault } from '#shared/lib/fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { checkSetUp } from './check-set-up.ts'
import { type MeetingSetUp, meetingSetUpSchema } from './meeting-set-up.ts'
import { readSmallFile } from './read-small-file.ts'

/** Reads a meeting's set-up file: one that can be voted on, or every fault with its place. Source: DESIGN.md. */
export function readSetUp(text: string): Result<MeetingSetUp, readonly Fault[]> {
  const shaped = readSmallFile(text, meetingSetUpSchema)
  if (!shaped.ok) return shaped
  const faults = checkSetUp(shaped.value)
  return faults.length > 0 ? failure(faults) : success(shaped.value)
}
