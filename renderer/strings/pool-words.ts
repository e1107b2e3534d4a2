import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { SCORE } from './score.ts'

/** A quota pool's name: everybody, 专职, 市级, or the posting as it stands. */
export function poolWords(pool: string, scheme: Scheme): string {
  switch (scheme.excellentQuota?.by) {
    case 'kind':
      return KIND_WORDS.get(pool) ?? pool
    case 'level':
      return LEVEL_WORDS.get(pool) ?? pool
    case 'posting':
      return pool
    default:
      return SCORE.quota.all
  }
}
