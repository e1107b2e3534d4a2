import type { Standing } from '#shared/domain/decision/standing.ts'

export const FILTERS = ['open', 'attention', 'decided', 'all'] as const
export type Filter = (typeof FILTERS)[number]

/** Whether the person is in this part of the list; `attention`: somebody must do more than agree. */
export function passes({ stage, need, stale }: Standing, filter: Filter): boolean {
  switch (filter) {
    case 'open':
      return stage === 'open'
    case 'attention':
      return (stage === 'open' && need !== 'confirm') || stale || stage === 'objected' || stage === 'reviewing'
    case 'decided':
      return stage !== 'open'
    case 'all':
      return true
  }
}
