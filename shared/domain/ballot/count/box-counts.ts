import { z } from 'zod'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

// What comes out of a box (`box open --json`): participation by group and counts by instructor × group × indicator,
// nothing smaller. Shape: DESIGN.md; `tallies` as in the evaluation file (SCORING.md).

const number = z.int().min(0)

const countedGroupSchema = z.strictObject({
  id: z.string(),
  /** 印制: the slips made for the group. */
  printed: number,
  /** 收回 */
  returned: number,
  /** 无效(整票) */
  void: number,
  /** The group this one's ballots were counted into, being too few to stand alone. */
  mergedInto: z.string().optional(),
})

const boxTallySchema = z.strictObject({
  instructor: z.string(),
  group: z.string(),
  indicator: z.string(),
  /** Every option of a grades scale, also at 0; on a points scale only the points given. */
  marks: z.record(z.string(), number),
  abstain: number,
  invalid: number,
  self: number,
})

export const boxCountsSchema = z.strictObject({
  groups: z.array(countedGroupSchema),
  tallies: z.array(boxTallySchema),
  /** The ids of the boxes that were opened together, in ascending order; left out for a box that was opened alone. */
  boxes: z.array(z.string()).optional(),
})

export type BoxCounts = DeepReadonly<z.infer<typeof boxCountsSchema>>
export type CountedGroup = BoxCounts['groups'][number]
export type BoxTally = BoxCounts['tallies'][number]
