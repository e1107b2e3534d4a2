import { z } from 'zod'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { attachmentSchema } from '#shared/domain/self/attachment.ts'
import { at, duplicates, type Fault, fault } from '#shared/lib/fault.ts'
import { date, instructorId, name, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { DOCUMENT_KINDS } from './document-kind.ts'

// What is archived with a year beyond the sheets that are printed from it. The files lie with the host under their hash.

const base = {
  id: z.string().min(1, 'empty').max(64, 'too-long'),
  file: attachmentSchema,
  /** How many pages it has, as counted or as told. */
  pages: z.int().min(1, 'out-of-range').max(100_000, 'out-of-range'),
  /** The day on which it was signed or made. */
  date,
}

/** A printed form that came back signed, as a scan: it lies under the number of the form's own document. */
const signedSchema = z.strictObject({
  ...base,
  as: z.literal('signed'),
  /** The form's id, and whose it is where there is one for each person. */
  form: z.string().min(1, 'empty').max(64, 'too-long'),
  instructor: instructorId.optional(),
  /** Of the figures that it was printed from, as its QR said (ten hex digits); left out where a person filed it by eye. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{10}$/, 'not-an-id')
    .optional(),
})

/** A document from elsewhere (minutes, an approval): it takes a number of its own. */
const documentSchema = z.strictObject({
  ...base,
  as: z.literal('document'),
  title: name,
  /** What it is to the retention table. */
  kind: z.enum(DOCUMENT_KINDS),
  responsible: words.optional(),
  documentNumber: words.optional(),
  note: words.optional(),
})

export const attachedSchema = z.discriminatedUnion('as', [signedSchema, documentSchema])

export type Attached = DeepReadonly<z.infer<typeof attachedSchema>>
export type SignedScan = Extract<Attached, { as: 'signed' }>
export type AttachedDocument = Extract<Attached, { as: 'document' }>

/** The signed scans, in the order of the record. */
export function signedScans(attached: readonly Attached[] | undefined): readonly SignedScan[] {
  return (attached ?? []).filter(each => each.as === 'signed')
}

/** The documents from elsewhere, in the order of the record. */
export function attachedDocuments(attached: readonly Attached[] | undefined): readonly AttachedDocument[] {
  return (attached ?? []).filter(each => each.as === 'document')
}

/** The first free id of a year's attached documents: a1, a2 … */
export function nextAttachedId(attached: readonly Attached[] | undefined): string {
  const taken = new Set((attached ?? []).map(each => each.id))
  for (let number = 1; ; number += 1) if (!taken.has(`a${number}`)) return `a${number}`
}

/** Faults of the attached documents: an id twice, a person whom nobody knows. A form that is not known is archived all the same. */
export function checkAttached(attached: readonly Attached[], people: ReadonlyMap<string, Instructor>): Fault[] {
  return [
    ...duplicates(attached, each => each.id).map(({ index, first }) =>
      fault(at('attached', index, 'id'), 'duplicate', {
        value: attached[index]?.id ?? '',
        first: at('attached', first),
      }),
    ),
    ...attached.flatMap((each, index): Fault[] =>
      each.as === 'signed' && each.instructor !== undefined && !people.has(each.instructor)
        ? [fault(at('attached', index, 'instructor'), 'unknown-id', { value: each.instructor })]
        : [],
    ),
  ]
}
