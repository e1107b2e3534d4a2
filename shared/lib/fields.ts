import { z } from 'zod'

// The scalar fields that every part of the evaluation file is built of. Each message is a fault code: the words are
// made where a person reads them.

/** An exact decimal as a string, `-?[0-9]+(\.[0-9]+)?`, at most 40 characters (a longer one is an attack, not a score). */
export const decimal = z
  .string()
  .max(40, 'too-long')
  .regex(/^-?[0-9]+(\.[0-9]+)?$/, 'not-a-decimal')
  .brand<'Decimal'>()
export type Decimal = z.infer<typeof decimal>

// An id stands in JSON keys, `component:part` notes, `--only ID,ID` and file names: no separator of any of them.
const idText = z
  .string()
  .regex(/^[^\s,:;/\\"'<>|*?[\]\p{Cc}]{1,64}$/u, 'not-an-id')
  .refine(value => !['__proto__', 'constructor', 'prototype'].includes(value), 'reserved-id')

export const instructorId = idText.brand<'InstructorId'>()
export type InstructorId = z.infer<typeof instructorId>
export const componentId = idText.refine(value => value !== 'excellentRate', 'reserved-id').brand<'ComponentId'>()
export type ComponentId = z.infer<typeof componentId>
export const indicatorId = idText.brand<'IndicatorId'>()
export type IndicatorId = z.infer<typeof indicatorId>
export const groupId = idText.brand<'GroupId'>()
export type GroupId = z.infer<typeof groupId>
export const optionId = idText
  .refine(value => value !== 'abstain' && value !== 'void', 'reserved-id')
  .brand<'OptionId'>()
export type OptionId = z.infer<typeof optionId>
export const sourceId = idText.brand<'SourceId'>()
export type SourceId = z.infer<typeof sourceId>
export const gradeId = idText.brand<'GradeId'>()
export type GradeId = z.infer<typeof gradeId>
export const variantId = idText.brand<'VariantId'>()
export type VariantId = z.infer<typeof variantId>
export const meetingId = idText.brand<'MeetingId'>()
export type MeetingId = z.infer<typeof meetingId>

/** A name or title that must say something: 1 to 200 characters, not only spaces. */
export const name = z
  .string()
  .max(200, 'too-long')
  .refine(value => value.trim() !== '', 'empty')

/** Free words, possibly none: at most 20,000 characters. */
export const words = z.string().max(20_000, 'too-long')

// A number that is not whole says so; one beyond exact integers is out of range; what is no number is told by its type.
const whole = z.int({
  error: ({ input }) =>
    typeof input !== 'number' ? undefined : Number.isInteger(input) ? 'out-of-range' : 'not-whole',
})

/** A count of people, ballots or marks: whole, 0 to 1,000,000,000. */
export const count = whole.min(0, 'out-of-range').max(1_000_000_000, 'out-of-range')

/** A calendar year, 1900 to 2200. */
export const year = whole.min(1900, 'out-of-range').max(2200, 'out-of-range')

/** A calendar date `2026-12-10` that exists. */
export const date = z.iso.date({ error: issue => (typeof issue.input === 'string' ? 'not-a-date' : undefined) })
