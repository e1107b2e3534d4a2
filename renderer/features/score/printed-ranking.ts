import type { PrintedTable } from '#renderer/components/print-table.ts'
import type { YearData } from '#renderer/db/hooks/year-data.ts'
import { poolWords } from '#renderer/strings/pool-words.ts'
import { SCORE } from '#renderer/strings/score.ts'
import { KIND_WORDS } from '#shared/domain/roster/words.ts'
import { gapGroups } from '#shared/domain/score/gap-groups.ts'
import { proposedWords, shortRemarks } from '#shared/sheets/score-words.ts'
import { scoredRows } from './score-rows.ts'

const words = SCORE.print

/** So many names are printed of those who lack the same thing. */
const MOST_NAMES = 12

/** 初步排名(未审定): says first that nobody has decided it, then what is missing, then the ranking. */
export function printedRanking({ row, evaluation, score, results, gaps }: YearData): PrintedTable {
  const { scheme } = evaluation
  const lacks = gapGroups(gaps).map(group => {
    const names = group.people.slice(0, MOST_NAMES).map(person => person.name)
    const more = group.people.length > MOST_NAMES ? '等' : ''
    return words.lack(group.what, group.effect, group.people.length, `${names.join('、')}${more}`)
  })
  return {
    title: words.title(evaluation.title, row.sample),
    notes: [
      words.preliminary,
      lacks.length === 0 ? words.complete : words.lacks(lacks.join('；')),
      ...score.quota.map(pool =>
        words.quota(poolWords(pool.pool, scheme), pool.base, pool.places, pool.within.length, pool.tied.length),
      ),
    ],
    dense: true,
    heads: [
      SCORE.ranking.rank,
      SCORE.ranking.person,
      SCORE.ranking.posting,
      SCORE.ranking.kind,
      ...scheme.components.map(component => component.name),
      SCORE.ranking.bonus,
      SCORE.ranking.penalty,
      SCORE.ranking.total,
      SCORE.ranking.grade,
      SCORE.ranking.remarks,
    ],
    rows: scoredRows(score, results).map(({ person, result }) => [
      result.rank === null ? '—' : String(result.rank),
      person.instructor.name,
      person.instructor.posting ?? '',
      KIND_WORDS.get(person.instructor.kind) ?? '',
      ...scheme.components.map(
        component => result.components.find(part => part.id === component.id)?.score ?? SCORE.ranking.lacks,
      ),
      result.bonus,
      result.penalty,
      result.total ?? '—',
      proposedWords(person),
      shortRemarks(person, scheme).join('、'),
    ]),
  }
}
