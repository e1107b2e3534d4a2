import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { COMMON_RULES, FOUR_GRADES, FOUR_GROUPS } from './default-parts.ts'

/**
 * 满意度: one vote on 满意 100, 基本满意 60, 不满意 0. Source of the points: FORMS.md. 基本满意 counts as satisfied (ours, as
 * 满意率 is usually read), so that the 60 % line of rule 9 looks at 不满意 alone.
 */
export const SATISFACTION: SchemeDraft = {
  name: '满意度测评',
  components: [
    {
      id: 'meeting',
      kind: 'ballot',
      name: '满意度测评',
      weight: '100',
      missing: 'block',
      indicators: [{ id: 'overall', name: '总体满意度', weight: '100' }],
      groups: FOUR_GROUPS,
      emptyGroup: 'renormalise',
      scale: {
        kind: 'grades',
        options: [
          { id: 'satisfied', label: '满意', points: '100', satisfied: true },
          { id: 'fair', label: '基本满意', points: '60', satisfied: true },
          { id: 'dissatisfied', label: '不满意', points: '0' },
        ],
      },
    },
  ],
  grades: FOUR_GRADES,
  ...COMMON_RULES,
  tieBreakers: ['excellentRate'],
}
