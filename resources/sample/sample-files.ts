import type { z } from 'zod'
import type { evaluationSchema } from '#shared/domain/evaluation/evaluation.ts'

// The plain JSON of an evaluation file, as the generator writes it.

export type SampleFile = z.input<typeof evaluationSchema>
export type SampleInstructor = SampleFile['instructors'][number]
export type SampleSelf = NonNullable<SampleFile['self']>[number]
export type SampleMeeting = NonNullable<SampleFile['meetings']>[number]
export type SampleTally = SampleMeeting['tallies'][number]
export type SampleRating = NonNullable<SampleFile['ratings']>[number]
export type SampleDecision = NonNullable<SampleFile['decisions']>[number]

/** One person while the year is made up: the record, and how good a year it was, 0 to 1. */
export type SamplePerson = {
  readonly record: SampleInstructor
  readonly quality: number
}
