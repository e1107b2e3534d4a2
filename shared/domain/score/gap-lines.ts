import { gapGroups } from '#shared/domain/score/gap-groups.ts'
import type { Gap } from '#shared/domain/score/gaps.ts'

/** What is missing, one line per thing with the people it is missing for. */
export function gapLines(gaps: readonly Gap[]): string[] {
  return gapGroups(gaps).map(
    ({ what, effect, people }) =>
      `缺 ${what}（${effect}）：${people.length} 人  ${people.map(person => person.name).join('、')}`,
  )
}
