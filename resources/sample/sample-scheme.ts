import type { SampleFile } from './sample-files.ts'

/** The default scheme of SCORING.md (三段式 10/50/40) with the eight indicators of FORMS.md. */
export const SAMPLE_SCHEME: SampleFile['scheme'] = {
  name: '三段式',
  components: [
    {
      id: 'self',
      kind: 'self',
      name: '个人总结自评',
      weight: '10',
      missing: 'block',
      indicators: [
        { id: 'policy', name: '政策宣传与法律咨询', points: '15' },
        { id: 'guidance', name: '指导建制与要约、协商准备', points: '20' },
        { id: 'bargaining', name: '参与协商与签约', points: '20' },
        { id: 'training', name: '培训协商代表', points: '10' },
        { id: 'filing', name: '备案与履约监督', points: '10' },
        { id: 'records', name: '走访、台账与总结', points: '10' },
        { id: 'service', name: '服务态度与沟通', points: '10' },
        { id: 'integrity', name: '纪律廉洁', points: '5' },
      ],
    },
    {
      id: 'meeting',
      kind: 'ballot',
      name: '民主测评',
      weight: '50',
      missing: 'block',
      indicators: [{ id: 'overall', name: '总体评价', weight: '100' }],
      groups: [
        { id: 'A', name: '企业工会代表', weight: '30' },
        { id: 'B', name: '企业管理者代表', weight: '20' },
        { id: 'C', name: '基层工会干部代表', weight: '30' },
        { id: 'D', name: '专职指导员', weight: '20', peers: true },
      ],
      emptyGroup: 'renormalise',
      scale: {
        kind: 'grades',
        options: [
          { id: 'excellent', label: '优秀', points: '100', satisfied: true },
          { id: 'competent', label: '称职', points: '80', satisfied: true },
          { id: 'basic', label: '基本称职', points: '60' },
          { id: 'incompetent', label: '不称职', points: '40' },
        ],
      },
    },
    {
      id: 'rating',
      kind: 'rating',
      name: '综合评定',
      weight: '40',
      missing: 'block',
      sources: [
        { id: 'district', name: '区总工会', weight: '60' },
        { id: 'industry', name: '产业工会', weight: '40' },
      ],
      emptySource: 'renormalise',
    },
  ],
  adjustments: { maxBonus: '5', maxPenalty: '10' },
  grades: [
    { id: 'excellent', label: '优秀', min: '90', consequence: 'award' },
    { id: 'competent', label: '称职', min: '75', consequence: 'renew' },
    { id: 'basic', label: '基本称职', min: '60', consequence: 'improve' },
    { id: 'incompetent', label: '不称职', min: '0', consequence: 'admonish' },
  ],
  excellentQuota: { percent: '20', by: 'all' },
  rateDenominator: 'returned',
  minGroupBallots: 3,
  tieBreakers: ['meeting', 'excellentRate', 'rating'],
}
