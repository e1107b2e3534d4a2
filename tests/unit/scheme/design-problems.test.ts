import { expect, test } from 'vitest'
import { designProblems } from '#renderer/features/scheme/design-problems.ts'
import { faultWordsOf } from '#renderer/features/scheme/fault-words-of.ts'
import { readSchemeDraft, type SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { withoutComponent } from '#shared/domain/scheme/design/edit-components.ts'
import { buildEvaluation, buildRating } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildScheme } from '#tests/fixtures/build-scheme.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function problems(year: ReturnType<typeof readBuilt>, draft: SchemeDraft): string[] {
  return designProblems(year, readSchemeDraft(draft), draft)
}

// Catches: a file's way of speaking beside a field; a fault without the name of its part.
test('typing faults name the part and say what to fill in', () => {
  const year = readBuilt(buildEvaluation({ meetings: [] }))
  const [self, ...others] = buildScheme().components
  if (!self) throw new Error('the fixture is empty')
  const draft = buildScheme({ components: [{ ...self, weight: '' }, ...others], minGroupBallots: Number.NaN })
  expect(problems(year, draft)).toEqual([
    '考评方案 · 组成部分第 1 项（个人总结自评） · 权重：请填数字',
    '考评方案 · 最少票数：请填整数',
  ])
  const read = readSchemeDraft(draft)
  const at = faultWordsOf(read.ok ? [] : read.error)
  expect(at('scheme.components[0].weight')).toBe('请填数字')
  expect(at('scheme.components[1].weight')).toBeNull()
})

// Catches: a scheme whose saving is refused only afterwards, when the year's own records do not fit it.
test("what the year's records do not fit is told before saving", () => {
  const year = readBuilt(
    buildEvaluation({
      meetings: [],
      instructors: [buildInstructor({ sources: ['district'], posting: undefined })],
      ratings: [buildRating({ bonus: '4', reason: '获评劳模' })],
    }),
  )
  const lines = problems(
    year,
    buildScheme({
      adjustments: { maxBonus: '3', maxPenalty: '10' },
      excellentQuota: { percent: '20', by: 'posting' },
    }),
  )
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('花名册第 1 条（王晓明）')
  expect(lines[1]).toContain('合计 4 分，超过上限 3')
})

// Catches: counts that a design may take away; a loss agreed to after the count.
test('after a count, what was counted stays and nothing may be lost', () => {
  const year = readBuilt(buildEvaluation())
  const [self, ballot, rating] = buildScheme().components
  if (self?.kind !== 'self' || !ballot || !rating) throw new Error('the fixture lost a component')
  const without = withoutComponent(buildScheme({ components: [{ ...self, weight: '60' }, ballot, rating] }), 'meeting')
  expect(problems(year, without)).toEqual(['“民主测评”已开过测评会，不能删除'])
  const { indicators: _indicators, ...plain } = self
  expect(problems(year, buildScheme({ components: [plain, ballot, rating] }))).toEqual([
    '测评已计票，改动不能清除已有的自评、评定数据：1 人的自评分（个人总结和工作量保留）',
  ])
  expect(problems(year, buildScheme({ name: '新名' }))).toEqual([])
})
