import { z } from 'zod'
import { attachmentsSchema } from '#shared/domain/self/attachment.ts'
import { type SelfAssessment, selfSchema } from '#shared/domain/self/self.ts'
import { selfCells } from '#shared/domain/self/self-entry.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

const formSchema = z.strictObject({
  /** The record that the form began from: one that was changed meanwhile is not overwritten. */
  base: selfSchema.nullable(),
  summary: z.string(),
  cells: z.record(z.string(), z.string()),
  attachments: attachmentsSchema,
})

/** One person's self-assessment as a form holds it. */
export type SelfForm = DeepReadonly<z.infer<typeof formSchema>>

export function selfFormOf(record: SelfAssessment | null): SelfForm {
  return {
    base: record,
    summary: record?.summary ?? '',
    cells: selfCells(record),
    attachments: record?.attachments ?? [],
  }
}

export function isSelfForm(value: unknown): value is SelfForm {
  return formSchema.safeParse(value).success
}
