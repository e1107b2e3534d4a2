import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { newGradesScale } from '#shared/domain/scheme/design/new-component.ts'
import { COMMON_RULES, FOUR_GRADES, FOUR_GROUPS } from './default-parts.ts'

/**
 * 石首式: 述职 30, 民主测评 70 by 德能勤绩纪. Source of these: 石首市总工会 2020; the five shares (FORMS.md's 德能勤绩廉),
 * groups and lines are ours. 述职 is a self component without indicators: one score, with the year's summary behind it.
 */
export const SHISHOU: SchemeDraft = {
  name: '石首式',
  components: [
    { id: 'report', kind: 'self', name: '述职', weight: '30', missing: 'block' },
    {
      id: 'meeting',
      kind: 'ballot',
      name: '民主测评',
      weight: '70',
      missing: 'block',
      indicators: [
        { id: 'virtue', name: '德', weight: '20' },
        { id: 'ability', name: '能', weight: '15' },
        { id: 'diligence', name: '勤', weight: '15' },
        { id: 'achievement', name: '绩', weight: '30' },
        { id: 'discipline', name: '纪', weight: '20' },
      ],
      groups: FOUR_GROUPS,
      emptyGroup: 'renormalise',
      scale: newGradesScale(),
    },
  ],
  grades: FOUR_GRADES,
  ...COMMON_RULES,
  tieBreakers: ['meeting', 'excellentRate'],
}
