import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Gap } from './gaps.ts'

/** The people who lack the same thing. */
export type GapGroup = {
  readonly key: string
  /** e.g. 综合评定·区总工会 */
  readonly what: string
  readonly blocks: boolean
  /** What follows from it, in words. */
  readonly effect: string
  readonly people: readonly Instructor[]
}

/** Gaps by what is missing: what keeps a total back first, otherwise in the scheme's order. */
export function gapGroups(gaps: readonly Gap[]): GapGroup[] {
  const groups = [...Map.groupBy(gaps, gap => JSON.stringify([gap.component, gap.part, gap.blocks]))].flatMap(
    ([key, same]): GapGroup[] => {
      const [first] = same
      if (!first) return []
      const what = first.part === '' ? first.component : `${first.component}·${first.part}`
      return [{ key, what, blocks: first.blocks, effect: effectOf(first), people: same.map(gap => gap.instructor) }]
    },
  )
  return groups.toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
}

function effectOf(gap: Gap): string {
  if (gap.blocks) return '暂不能计分'
  return gap.kind === 'summary' ? '须补交归档' : '权重由其余分担'
}
