import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { hasSummary } from '#shared/domain/self/self.ts'
import type { ComponentScore, YearScore } from './annual-score.ts'

/** One thing that is missing for one person, shown before any total. */
export type Gap = {
  readonly instructor: Instructor
  /** `self` no self scores · `summary` no year summary · `ballot`, `group` no votes · `rating`, `source` no rating. */
  readonly kind: 'self' | 'summary' | 'ballot' | 'group' | 'rating' | 'source'
  /** The component's name, e.g. 综合评定. */
  readonly component: string
  /** The missing group's or source's name; empty where the whole component is missing. */
  readonly part: string
  /** Whether the person's total waits for it; otherwise its weight went to the others. */
  readonly blocks: boolean
}

/**
 * Who and what is still missing, in the roster's order. The year summary is compulsory archive content (大连 2015,
 * FORMS.md), so it is listed though no score depends on it.
 */
export function gapsOf(score: YearScore): Gap[] {
  return score.people.flatMap(person =>
    person.components.flatMap(part => componentGaps(part).map(gap => ({ instructor: person.instructor, ...gap }))),
  )
}

function componentGaps(part: ComponentScore): Omit<Gap, 'instructor'>[] {
  const gap = (kind: Gap['kind'], name: string, blocks: boolean) => ({
    kind,
    component: part.component.name,
    part: name,
    blocks,
  })
  const whole = (kind: Gap['kind']) => (part.score === null ? [gap(kind, '', part.component.missing === 'block')] : [])
  switch (part.kind) {
    case 'self':
      return [...whole('self'), ...(hasSummary(part.record) ? [] : [gap('summary', '个人总结', false)])]
    case 'ballot':
      if (part.score === null) return whole('ballot')
      return part.groups
        .filter(group => group.score === null && !(group.merged && part.component.emptyGroup === 'renormalise'))
        .map(group => gap('group', group.group.name, part.component.emptyGroup === 'block'))
    case 'rating':
      if (part.score === null) return whole('rating')
      return part.sources
        .filter(source => source.required && source.score === null)
        .map(source => gap('source', source.source.name, part.component.emptySource === 'block'))
  }
}
