import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import type { Workload } from '#shared/domain/self/self.ts'
import { dateWords, oneLine } from './paper/text.ts'

/** 专职 or 兼职. */
export function kindWords(person: Instructor): string {
  return KIND_WORDS.get(person.kind) ?? person.kind
}

/** 市级, 区级, 街道, or the level as it stands. */
export function levelWords(person: Instructor): string {
  return LEVEL_WORDS.get(person.level ?? '') ?? oneLine(person.level)
}

/** `2025年1月1日至2026年12月31日`; an open end stays open, nothing known is empty. */
export function termWords({ engagedFrom, engagedTo }: Instructor): string {
  if (engagedFrom === undefined && engagedTo === undefined) return ''
  return `${dateWords(engagedFrom)}至${dateWords(engagedTo)}`
}

const WORKLOAD: readonly { readonly field: keyof Workload; readonly words: (count: number) => string }[] = [
  { field: 'visits', words: count => `走访企业${count}家次` },
  { field: 'guided', words: count => `指导${count}人次` },
  { field: 'trainings', words: count => `举办培训${count}场` },
  { field: 'trained', words: count => `培训${count}人次` },
  { field: 'contracts', words: count => `签订合同${count}份` },
]

/** The year's work figures that are known, e.g. `走访企业 46 家次`. */
export function workloadWords(workload: Workload | undefined): string[] {
  return WORKLOAD.flatMap(({ field, words }) => {
    const count = workload?.[field]
    return count === undefined ? [] : [words(count)]
  })
}
