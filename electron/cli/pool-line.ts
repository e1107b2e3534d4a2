import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import type { QuotaPool } from '#shared/domain/score/annual-score.ts'

/** One quota pool as a line, e.g. `优秀名额（全体）：基数 58，11 名；入选 10，并列待定 2，超出 1`. */
export function poolLine(pool: QuotaPool, { scheme, instructors }: Evaluation): string {
  const names = (ids: readonly string[]) =>
    ids.length === 0 ? '' : `（${ids.map(id => instructors.find(person => person.id === id)?.name ?? id).join('、')}）`
  return `${scheme.grades[0]?.label ?? ''}名额（${poolName(pool.pool)}）：基数 ${pool.base}，${pool.places} 名；入选 ${pool.within.length}，并列待定 ${pool.tied.length}${names(pool.tied)}，超出 ${pool.over.length}${names(pool.over)}`
}

function poolName(pool: string): string {
  return pool === 'all' ? '全体' : (KIND_WORDS.get(pool) ?? LEVEL_WORDS.get(pool) ?? pool)
}
