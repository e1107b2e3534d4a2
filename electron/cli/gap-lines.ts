import type { Gap } from '#shared/domain/score/gaps.ts'

/** What is missing, one line per thing with the people it is missing for. */
export function gapLines(gaps: readonly Gap[]): string[] {
  const kinds = Map.groupBy(gaps, gap => JSON.stringify([gap.component, gap.part, gap.blocks]))
  return [...kinds.values()].map(same => {
    const [first] = same
    const what = first?.part === '' ? first.component : `${first?.component}·${first?.part}`
    const people = same.map(gap => gap.instructor.name).join('、')
    return `缺 ${what}（${first?.blocks ? '暂不能计分' : '不影响计分'}）：${same.length} 人  ${people}`
  })
}
