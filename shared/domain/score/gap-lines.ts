import { gapGroups } from './gap-groups.ts'
import type { Gap } from './gaps.ts'

/** What is missing, one line per thing with the people it is missing for: `缺 个人总结（…）：2 人（王建国、李卫东）`. */
export function gapLines(gaps: readonly Gap[]): string[] {
  return gapGroups(gaps).map(
    ({ what, effect, people }) =>
      `缺 ${what}（${effect}）：${people.length} 人（${people.map(person => person.name).join('、')}）`,
  )
}
