import { z } from 'zod'
import type { Place } from '#renderer/editing/three-way.ts'
import { FORM } from '#renderer/strings/form.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { attachmentsSchema } from '#shared/domain/self/attachment.ts'
import { type SelfAssessment, selfSchema } from '#shared/domain/self/self.ts'
import { selfCells } from '#shared/domain/self/self-entry.ts'
import { WORKLOAD_FIELDS, WORKLOAD_WORDS } from '#shared/domain/self/workload.ts'
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

/** What a place of the form is called; null for the record that it began from. */
export function selfPlaceWords([part, cell = '']: Place, component: SelfComponent): string | null {
  if (part === 'base') return null
  if (part === 'summary') return SELF.summary
  if (part !== 'cells') return FORM.meanwhile.other
  const work = WORKLOAD_FIELDS.find(field => cell === `work:${field}`)
  if (work) return WORKLOAD_WORDS[work].label
  return component.indicators?.find(each => cell === `score:${each.id}`)?.name ?? SELF.drawerOverall
}
