import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { ADJUSTMENTS, COMMON_RULES } from './default-parts.ts'

/**
 * 达州式: 述职 30, 基层组织评价 50, 市总评价 20; under 60 不合格, from 95 on for awards. Source: 达州市总工会 2020; the name
 * of the middle grade follows 人社部发〔2023〕6号. No meeting votes: both evaluations come as ratings.
 */
export const DAZHOU: SchemeDraft = {
  name: '达州式',
  components: [
    { id: 'report', kind: 'self', name: '述职', weight: '30', missing: 'block' },
    {
      id: 'grassroots',
      kind: 'rating',
      name: '基层组织评价',
      weight: '50',
      missing: 'block',
      sources: [{ id: 'base', name: '基层工会', weight: '100' }],
      emptySource: 'block',
    },
    {
      id: 'city',
      kind: 'rating',
      name: '市总评价',
      weight: '20',
      missing: 'block',
      sources: [{ id: 'federation', name: '市总工会', weight: '100' }],
      emptySource: 'block',
    },
  ],
  adjustments: ADJUSTMENTS,
  grades: [
    { id: 'excellent', label: '优秀', min: '95', consequence: 'award' },
    { id: 'competent', label: '合格', min: '60', consequence: 'renew' },
    { id: 'incompetent', label: '不合格', min: '0', consequence: 'admonish' },
  ],
  ...COMMON_RULES,
  tieBreakers: ['grassroots', 'city'],
}
