import { z } from 'zod'
import { readSmallFile } from '#shared/domain/ballot/set-up/read-small-file.ts'
import { MOST_SUGGESTION } from '#shared/domain/ballot/suggestion/suggestion-text.ts'
import type { Fault } from '#shared/lib/fault.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Ballot } from './ballot.ts'

const short = z.string().max(200, 'too-long')

const ballotSchema = z.strictObject({
  marks: z.record(short, z.record(short, short)),
  self: short.optional(),
  suggestion: z
    .string()
    .max(10 * MOST_SUGGESTION, 'too-long')
    .optional(),
})

/** Reads a `--ballot` file's shape; whether it fits the meeting is `rowsOfBallot`'s matter. */
export function readBallotFile(text: string): Result<Ballot, readonly Fault[]> {
  return readSmallFile(text, ballotSchema)
}
