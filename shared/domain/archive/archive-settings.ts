import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/decision/document-kind.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { DEFAULT_RETENTION, type RetentionTable, readRetention } from './retention.ts'

/** What an archive office prescribes; everything else follows from the year. */
export type ArchiveSettings = {
  /** 全宗号 */
  readonly fonds: string
  /** 机构（问题）代码 */
  readonly body: string
  /** Between the levels of a reference number. */
  readonly separator: string
  readonly retention: RetentionTable
}

/** The example of DA/T 22-2015 and FORMS.md; only the archive office knows the real fonds number. */
export const DEFAULT_SETTINGS: ArchiveSettings = {
  fonds: 'J001',
  body: 'JTXS',
  separator: '-',
  retention: DEFAULT_RETENTION,
}

export type SettingName = 'fonds' | 'body' | 'separator' | 'retention'

const CODE = /^[A-Za-z0-9]{1,20}$/
// What stands in a file's name on every system, and is no letter or digit of the codes between.
const SEPARATOR = /^[-_.·]$/

/**
 * Settings from what a person gave, the defaults for the rest; `retention` reads `list=D10,dismissal=Y`. The names of
 * the settings that cannot be: codes are 1 to 20 letters and digits, the separator one of `-` `_` `.` `·`.
 */
export function readSettings(
  given: Readonly<Partial<Record<SettingName, string | undefined>>>,
): Result<ArchiveSettings, readonly SettingName[]> {
  const settings = {
    fonds: given.fonds ?? DEFAULT_SETTINGS.fonds,
    body: given.body ?? DEFAULT_SETTINGS.body,
    separator: given.separator ?? DEFAULT_SETTINGS.separator,
  }
  const retention = given.retention === undefined ? DEFAULT_RETENTION : readRetentionTable(given.retention)
  const wrong: SettingName[] = []
  if (!CODE.test(settings.fonds)) wrong.push('fonds')
  if (!CODE.test(settings.body)) wrong.push('body')
  if (!SEPARATOR.test(settings.separator)) wrong.push('separator')
  if (!retention) return failure([...wrong, 'retention'])
  return wrong.length > 0 ? failure(wrong) : success({ ...settings, retention })
}

function readRetentionTable(text: string): RetentionTable | null {
  const table = { ...DEFAULT_RETENTION }
  for (const entry of text.split(',')) {
    const [name, code = '', ...more] = entry.split('=')
    const kind = DOCUMENT_KINDS.find((each): each is DocumentKind => each === name)
    const retention = readRetention(code)
    if (!kind || !retention || more.length > 0) return null
    table[kind] = retention
  }
  return table
}
