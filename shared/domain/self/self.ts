import { z } from 'zod'
import { indicatorScoresFields } from '#shared/domain/scheme/indicator-scores.ts'
import { count, instructorId, words } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

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
})

export type SelfAssessment = DeepReadonly<z.infer<typeof selfSchema>>
export type Workload = NonNullable<SelfAssessment['workload']>
