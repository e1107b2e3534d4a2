import { z } from 'zod'
import { type Instructor, instructorSchema } from '#shared/domain/roster/instructor.ts'
import { FIELD_WORDS, type Field } from '#shared/domain/roster/registration/fields.ts'
import { PROBLEM_CODES } from '#shared/domain/roster/registration/problem.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/** A person as the roster holds them; readonly lists go in and come out. */
export const personSchema: z.ZodType<Instructor, DeepReadonly<z.input<typeof instructorSchema>>> = instructorSchema

const detail = z.union([z.string(), z.number()])
const rows = z.array(z.int()).readonly()
const kind = z.enum(['full-time', 'part-time'])

const problem = z.strictObject({
  code: z.enum(PROBLEM_CODES),
  details: z.record(z.string(), detail),
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
})

const notice = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('kind-assumed'), kind, count: z.int() }),
  z.strictObject({ code: z.literal('blank'), sheet: z.string(), column: z.string(), rows }),
  z.strictObject({
    code: z.literal('same-name'),
    name: z.string(),
    places: z.array(z.strictObject({ sheet: z.string(), row: z.int() })).readonly(),
  }),
  z.strictObject({ code: z.literal('hidden-rows'), sheet: z.string(), rows }),
  z.strictObject({ code: z.literal('hidden-sheet'), sheet: z.string() }),
  z.strictObject({ code: z.literal('other-sheet'), sheet: z.string() }),
  z.strictObject({ code: z.literal('unread-columns'), sheet: z.string(), columns: z.array(z.string()).readonly() }),
])

// Object.keys forgets that a Record's keys are all there are.
const field = z.enum(Object.keys(FIELD_WORDS) as [Field, ...Field[]])

/** A roster as it was understood: `Registration` of shared/domain/roster/registration, without the heads' dates. */
export const registrationSchema = z.strictObject({
  people: z
    .array(
      z.strictObject({
        instructor: personSchema,
        sheet: z.string(),
        row: z.int(),
        /** Whether the file says 专职 or 兼职; otherwise the kind is only assumed. */
        kindStated: z.boolean(),
      }),
    )
    .readonly(),
  problems: z.array(problem).readonly(),
  notices: z.array(notice).readonly(),
  /** The columns that were found and read in any sheet. */
  fields: z.array(field).readonly(),
})

export type RosterReading = Readonly<z.infer<typeof registrationSchema>>
