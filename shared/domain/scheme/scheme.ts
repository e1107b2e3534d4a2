import { z } from 'zod'
import {
  componentId,
  count,
  decimal,
  gradeId,
  groupId,
  indicatorId,
  name,
  optionId,
  sourceId,
} from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { pointsIndicatorSchema } from './points-indicator.ts'
import { variantSchema } from './variant.ts'

// The scheme (考评方案): everything the score follows from is data here; no scheme is official. Shapes: SCORING.md.

/** What happens where a part is missing: the result is blocked, or the part's weight goes to the others. */
const whenMissing = z.enum(['block', 'renormalise'])

const componentBase = { id: componentId, name, weight: decimal, missing: whenMissing }

const selfComponentSchema = z.strictObject({
  ...componentBase,
  kind: z.literal('self'),
  indicators: z.array(pointsIndicatorSchema).min(1, 'empty').optional(),
})

/** One choice of a ballot's row. Without `points` (不了解) it counts in the rates as a category and nowhere else. */
const optionSchema = z.strictObject({
  id: optionId,
  label: name,
  points: decimal.optional(),
  satisfied: z.boolean().optional(),
})

const gradesScaleSchema = z.strictObject({ kind: z.literal('grades'), options: z.array(optionSchema).min(1, 'empty') })

const pointsScaleSchema = z.strictObject({
  kind: z.literal('points'),
  min: decimal,
  max: decimal,
  step: decimal,
  /** With more than `moreThan` marks, the `drop` highest and the `drop` lowest go. */
  trim: z.strictObject({ drop: count, moreThan: count }).optional(),
})

export const scaleSchema = z.discriminatedUnion('kind', [gradesScaleSchema, pointsScaleSchema])

const groupSchema = z.strictObject({
  id: groupId,
  name,
  weight: decimal,
  /** The group of the appraised themselves: a ballot marks its author's own row `self`. */
  peers: z.boolean().optional(),
})

const ballotComponentSchema = z.strictObject({
  ...componentBase,
  kind: z.literal('ballot'),
  indicators: z.array(z.strictObject({ id: indicatorId, name, weight: decimal })).min(1, 'empty'),
  groups: z.array(groupSchema).min(1, 'empty'),
  emptyGroup: whenMissing,
  scale: scaleSchema,
})

const ratingComponentSchema = z.strictObject({
  ...componentBase,
  kind: z.literal('rating'),
  indicators: z.array(pointsIndicatorSchema).min(1, 'empty').optional(),
  sources: z.array(z.strictObject({ id: sourceId, name, weight: decimal })).min(1, 'empty'),
  emptySource: whenMissing,
})

const componentSchema = z.discriminatedUnion('kind', [
  selfComponentSchema,
  ballotComponentSchema,
  ratingComponentSchema,
])

/** What a grade leads to: 评优并续聘 · 续聘 · 书面检查限期改进 · 调整岗位 · 诫勉 · 解聘. */
export const CONSEQUENCES = ['award', 'renew', 'improve', 'adjust', 'admonish', 'dismiss'] as const

const gradeSchema = z.strictObject({ id: gradeId, label: name, min: decimal, consequence: z.enum(CONSEQUENCES) })

export const schemeSchema = z.strictObject({
  name,
  /** What the people appraised are called on screens and sheets; left out: 集体协商指导员. */
  appraised: name.optional(),
  components: z.array(componentSchema).min(1, 'empty'),
  /** Caps of one person's bonuses and penalties; left out: none are allowed. */
  adjustments: z.strictObject({ maxBonus: decimal, maxPenalty: decimal }).optional(),
  /** Best first; the last line is 0. */
  grades: z.array(gradeSchema).min(2, 'empty'),
  /** The share that may keep the top grade, for all or for each value of `by`; left out: no quota. */
  excellentQuota: z.strictObject({ percent: decimal, by: z.enum(['all', 'kind', 'level', 'posting']) }).optional(),
  rateDenominator: z.enum(['returned', 'expected', 'valid']),
  minGroupBallots: count.min(1, 'out-of-range').default(3),
  tieBreakers: z.array(z.union([componentId, z.literal('excellentRate')])).default([]),
  /** Districts' own versions of it; who is posted elsewhere is appraised by the scheme as it stands above. */
  variants: z.array(variantSchema).min(1, 'empty').optional(),
})

export type Scheme = DeepReadonly<z.infer<typeof schemeSchema>>
export type Component = Scheme['components'][number]
export type SelfComponent = Extract<Component, { kind: 'self' }>
export type BallotComponent = Extract<Component, { kind: 'ballot' }>
export type RatingComponent = Extract<Component, { kind: 'rating' }>
export type PointsIndicator = NonNullable<SelfComponent['indicators']>[number]
export type Scale = BallotComponent['scale']
export type GradesScale = Extract<Scale, { kind: 'grades' }>
export type PointsScale = Extract<Scale, { kind: 'points' }>
export type Option = GradesScale['options'][number]
export type VoterGroup = BallotComponent['groups'][number]
export type Grade = Scheme['grades'][number]
export type Consequence = Grade['consequence']

/** The scheme's ballot components, in its order. */
export function ballotComponents(scheme: Scheme): readonly BallotComponent[] {
  return scheme.components.filter(component => component.kind === 'ballot')
}

/** The scheme's rating components, in its order. */
export function ratingComponents(scheme: Scheme): readonly RatingComponent[] {
  return scheme.components.filter(component => component.kind === 'rating')
}

/** The scheme's self-assessment, where it has one (at most one: `checkScheme`). */
export function selfComponent(scheme: Scheme): SelfComponent | undefined {
  return scheme.components.find(component => component.kind === 'self')
}
