import { expect, test } from 'vitest'
import { overWith } from '#shared/domain/decision/quota-use.ts'
import { buildDecision, buildOpenYear, standing } from './build-decided.ts'

// Catches: a confirmation of many at once that goes over the places in silence.
test('a pool is over by what the decided and the confirmed have more than its places', () => {
  const { evaluation, quota } = standing(
    buildOpenYear({ decisions: ['i04', 'i05'].map(id => buildDecision(id, { reason: '集体研究', clause: '第九条' })) }),
  )
  const named = (...ids: string[]) => evaluation.instructors.filter(({ id }) => ids.includes(id))
  expect(overWith(quota, named('i01'), evaluation.scheme)).toEqual([{ pool: 'all', over: 1 }])
  expect(overWith(quota, [], evaluation.scheme)).toEqual([])
})
