import { z } from 'zod'
import { indicatorScoresFields } from '#shared/domain/scheme/indicator-scores.ts'
import { count, instructorId, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { attachmentsSchema } from './attachment.ts'

/** The year's work figures: 走访企业 · 指导人次 · 培训场次 · 培训人次 · 签订合同, whole numbers. */
const workloadSchema = z.strictObject({
  visits: count.optional(),
  guided: count.optional(),
  trainings: count.optional(),
  trained: count.optional(),
  contracts: count.optional(),
})

/** One person's self-assessment (个人总结自评). The summary is compulsory archive content (大连 2015, FORMS.md). */
export const selfSchema = z.strictObject({
  instructor: instructorId,
  summary: words.optional(),
  workload: workloadSchema.optional(),
  ...indicatorScoresFields,
  /** The summary as it came, where it is a file, and what else was handed in. */
  attachments: attachmentsSchema.optional(),
})

export type SelfAssessment = DeepReadonly<z.infer<typeof selfSchema>>
/** A self-assessment as an edit leaves it, before it is checked. */
export type SelfDraft = DeepReadonly<z.input<typeof selfSchema>>
export type Workload = NonNullable<SelfAssessment['workload']>

/** Whether the compulsory year summary is there: as words, or as a file that came with the record. */
export function hasSummary(record: Pick<SelfDraft, 'summary' | 'attachments'> | null | undefined): boolean {
  return (record?.summary ?? '').trim() !== '' || (record?.attachments?.length ?? 0) > 0
}
