import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'

// What the templates share. None of it is official: figures that no city published are ours (FORMS.md).

type Ballot = Extract<SchemeDraft['components'][number], { kind: 'ballot' }>

/** A 30, B 20, C 30, D 20, the last the appraised themselves. Groups: Beijing's meeting; weights ours. */
export const FOUR_GROUPS: Ballot['groups'] = [
  { id: 'A', name: '企业工会代表', weight: '30' },
  { id: 'B', name: '企业管理者代表', weight: '20' },
  { id: 'C', name: '基层工会干部代表', weight: '30' },
  { id: 'D', name: '专职指导员', weight: '20', peers: true },
]

/** Lines 90/75/60 (ours); what they lead to: FORMS.md. */
export const FOUR_GRADES: SchemeDraft['grades'] = [
  { id: 'excellent', label: '优秀', min: '90', consequence: 'award' },
  { id: 'competent', label: '称职', min: '75', consequence: 'renew' },
  { id: 'basic', label: '基本称职', min: '60', consequence: 'improve' },
  { id: 'incompetent', label: '不称职', min: '0', consequence: 'admonish' },
]

/** 20 % of all, the denominator the returned ballots, no group under 3 ballots alone. Source of the 20 %: 人社部发〔2023〕6号. */
export const COMMON_RULES = {
  excellentQuota: { percent: '20', by: 'all' },
  rateDenominator: 'returned',
  minGroupBallots: 3,
} as const satisfies Partial<SchemeDraft>

export const ADJUSTMENTS = { maxBonus: '5', maxPenalty: '10' } as const
