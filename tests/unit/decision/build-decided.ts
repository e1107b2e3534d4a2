import { quotaUse } from '#shared/domain/decision/quota-use.ts'
import { standingsOf } from '#shared/domain/decision/standing.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { buildPlainYear } from '#tests/fixtures/build-evaluation.ts'
import type { DecisionFile, EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

/** Two places at the top grade: i01 is in, i02 and i03 tie for the other, i04 is plain, i05 flagged, i06 blocked. */
export function buildOpenYear(overrides: Partial<EvaluationFile> = {}): EvaluationFile {
  return {
    ...buildPlainYear(
      [
        { total: '97' },
        { total: '95' },
        { total: '95' },
        { total: '80' },
        { total: '85', status: { vetoes: ['泄露底线'] } },
        {},
      ],
      { excellentQuota: { percent: '34', by: 'all' }, tieBreakers: [] },
    ),
    ...overrides,
  }
}

export function buildDecision(instructor: string, overrides: Partial<DecisionFile> = {}): DecisionFile {
  return {
    instructor,
    kind: 'confirm',
    proposed: 'excellent',
    final: 'excellent',
    by: '考评小组',
    date: '2026-12-21',
    ...overrides,
  }
}

/** Everybody's standing on a day, and the places. */
export function standing(file: EvaluationFile, today = '2026-12-22') {
  const evaluation = readBuilt(file)
  const score = scoreYear(evaluation)
  const standings = standingsOf(evaluation, score, today)
  const of = (id: string) => {
    const found = standings.find(each => each.instructor.id === id)
    if (!found) throw new Error(`nobody is ${id}`)
    return found
  }
  return { evaluation, score, standings, of, quota: quotaUse(score.quota, standings, evaluation.scheme) }
}
