import { countOf } from '#shared/domain/ballot/combine-tallies.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Consequence, Grade, Scheme } from '#shared/domain/scheme/scheme.ts'
import { rational } from '#shared/lib/rational.ts'
import type { ComponentScore, Flag, Satisfaction, Suggestion } from './annual-score.ts'

/**
 * Satisfied marks and all marks with points, over all groups, indicators and ballot components whose scale has
 * `satisfied` options; `null` where none has or nobody marked.
 */
export function satisfactionOf(components: readonly ComponentScore[]): Satisfaction | null {
  let satisfied = 0
  let marks = 0
  for (const part of components) {
    if (part.kind !== 'ballot' || part.component.scale.kind !== 'grades') continue
    const options = part.component.scale.options.filter(option => option.points !== undefined)
    if (!options.some(option => option.satisfied)) continue
    for (const group of part.groups)
      for (const { row } of group.indicators)
        for (const option of options) {
          const count = countOf(row.marks, option.id)
          marks += count
          if (option.satisfied) satisfied += count
        }
  }
  return marks === 0 ? null : { satisfied, marks }
}

/** Whether the rules leave the person without a grade this year; the first two also take them out of the quota's base. */
export function isUngraded(flags: readonly Flag[]): boolean {
  return isOutOfBase(flags) || flags.includes('under-investigation')
}

/** Whether the person is taken out of the quota's base: under half a year on the post, or on leave for longer. Rule 9. */
export function isOutOfBase(flags: readonly Flag[]): boolean {
  return flags.includes('under-half-year') || flags.includes('leave-over-half-year')
}

/** The flags that do not depend on a grade, in the order of rule 9. Source: 人社部发〔2023〕6号; 北京社区工作者 2012 (60 %). */
export function factFlags(person: Instructor, satisfaction: Satisfaction | null): Flag[] {
  const { status } = person
  const flags: Flag[] = []
  if (status?.monthsOnPost !== undefined && status.monthsOnPost < 6) flags.push('under-half-year')
  if (status?.leaveMonths !== undefined && rational(status.leaveMonths).gt(6)) flags.push('leave-over-half-year')
  if (status?.underInvestigation) flags.push('under-investigation')
  if (status?.unjustifiedAbsence) flags.push('unjustified-absence')
  if ((status?.vetoes ?? []).length > 0) flags.push('veto')
  if (satisfaction) {
    const { satisfied, marks } = satisfaction
    if (100 * satisfied < 60 * marks) flags.push('low-satisfaction')
    if (3 * (marks - satisfied) >= marks) flags.push('one-third-low')
  }
  return flags
}

/** Rules 7 and 9: the highest grade whose line the printed total reaches, as the flags leave it; `null` for no grade. */
export function gradeFor(printedTotal: string | null, flags: readonly Flag[], scheme: Scheme): Grade | null {
  if (printedTotal === null || isUngraded(flags)) return null
  const { grades } = scheme
  if (flags.some(flag => flag === 'unjustified-absence' || flag === 'veto' || flag === 'low-satisfaction'))
    return grades.at(-1) ?? null
  const reached = grades.findIndex(grade => rational(printedTotal).gte(grade.min))
  const lowered = reached === 0 && flags.includes('one-third-low') ? 1 : reached
  return grades[lowered] ?? null
}

/** `two-years-basic` and `two-years-lowest`: this year's proposed and last year's grade lead to the same consequence. */
export function repeatFlags(person: Instructor, proposed: Grade | null, year: number, scheme: Scheme): Flag[] {
  const last = person.history?.find(entry => entry.year === year - 1)?.grade
  const before = scheme.grades.find(grade => grade.id === last)?.consequence
  if (proposed === null || before !== proposed.consequence) return []
  if (before === 'improve') return ['two-years-basic']
  return before === 'admonish' ? ['two-years-lowest'] : []
}

/** Rule 12: what the proposed grade leads to; two such years in a row lead further. */
export function suggestionFor(proposed: Grade | null, flags: readonly Flag[]): Suggestion[] {
  if (proposed === null) return []
  if (flags.includes('two-years-basic')) return ['adjust']
  if (flags.includes('two-years-lowest')) return ['dismiss']
  const consequence: Consequence = proposed.consequence
  return consequence === 'award' ? ['award', 'renew'] : [consequence]
}
