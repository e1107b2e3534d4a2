import type { SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { DAZHOU } from './dazhou.ts'
import { SATISFACTION } from './satisfaction.ts'
import { SHISHOU } from './shishou.ts'
import { THREE_PART } from './three-part.ts'

export type SchemeTemplate = {
  readonly id: string
  /** What it is, in a line; no scheme is official. */
  readonly about: string
  readonly scheme: SchemeDraft
}

/** The schemes that ship, the default first. Source: FORMS.md "Templates that ship". */
export const SCHEME_TEMPLATES: readonly [SchemeTemplate, ...SchemeTemplate[]] = [
  { id: 'three-part', about: '自评 10%、民主测评 50%、综合评定 40%，四类票种', scheme: THREE_PART },
  { id: 'shishou', about: '述职 30%、民主测评 70%，按德能勤绩纪测评', scheme: SHISHOU },
  { id: 'dazhou', about: '述职 30%、基层组织评价 50%、市总评价 20%，不开测评会', scheme: DAZHOU },
  { id: 'satisfaction', about: '只作满意度测评：满意 100、基本满意 60、不满意 0', scheme: SATISFACTION },
]
