import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { newGradesScale } from '#shared/domain/scheme/design/new-component.ts'
import { ADJUSTMENTS, COMMON_RULES, FOUR_GRADES, FOUR_GROUPS } from './default-parts.ts'

/** 三段式, the default: 个人总结自评 10, 民主测评 50, 综合评定 40. Source: SCORING.md, figure by figure; parts: Beijing 2018. */
export const THREE_PART: SchemeDraft = {
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
      groups: FOUR_GROUPS,
      emptyGroup: 'renormalise',
      scale: newGradesScale(),
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
  adjustments: ADJUSTMENTS,
  grades: FOUR_GRADES,
  ...COMMON_RULES,
  tieBreakers: ['meeting', 'excellentRate', 'rating'],
}
