import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import { label, value } from '#shared/sheets/paper/cells.ts'
import type { Cell, Content } from '#shared/sheets/paper/definition.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

/** How many people are at each grade, proposed and decided. */
export function gradeNumbers({ evaluation, score, decisions }: YearData): Content {
  const { grades } = evaluation.scheme
  const { people } = score
  const proposed = (id: string) => people.filter(person => person.proposed?.id === id).length
  const decided = (id: string | null) => [...decisions.values()].filter(decision => decision.final === id).length
  const blocked = people.filter(person => person.blocked.length > 0).length
  const tied = people.filter(person => person.notes.includes('tie-at-quota')).length
  const ungraded = people.filter(person => person.proposed === null).length - blocked - tied
  const line = (name: string, numbers: readonly (number | null)[]): Cell[] => [
    label(name),
    ...numbers.map(number => value(number === null ? '' : String(number))),
  ]
  return {
    layout: 'dense',
    table: {
      widths: [90, ...grades.map(() => '*' as const), '*', '*', '*', '*'],
      heights: 18,
      dontBreakRows: true,
      body: [
        [
          '人　数',
          ...grades.map(grade => oneLine(grade.label, 12)),
          '并列待定',
          '不定等次',
          '暂不能计分',
          '合　计',
        ].map(head => label(head, { bold: true })),
        line('建议', [...grades.map(grade => proposed(grade.id)), tied, ungraded, blocked, people.length]),
        line('审定', [...grades.map(grade => decided(grade.id)), null, decided(null), null, decisions.size]),
      ],
    },
  }
}

/** One line per quota pool: its base, places, and who is within, tied and beyond. */
export function quotaLines({ evaluation, score }: YearData): string[] {
  const { scheme } = evaluation
  const { excellentQuota } = scheme
  const top = oneLine(scheme.grades[0]?.label)
  return score.quota.map(pool => {
    const name =
      pool.pool === 'all' ? '' : `（${KIND_WORDS.get(pool.pool) ?? LEVEL_WORDS.get(pool.pool) ?? oneLine(pool.pool)}）`
    const tied = pool.tied.length === 0 ? '' : `，名额处同分${pool.tied.length}人，由考评小组决定`
    const over = pool.over.length === 0 ? '' : `，超出名额顺延${pool.over.length}人`
    return `${top}名额${name}：基数${pool.base}人，按${excellentQuota?.percent ?? ''}%计${pool.places}名，建议${pool.within.length}人${tied}${over}。`
  })
}
