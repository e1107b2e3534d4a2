import type { Result } from '#shared/lib/result.ts'
import { type ArchiveSettings, readSettings, type SettingName } from './archive-settings.ts'

/** The settings as a person types them; '' for one that nobody gave. `retention` as `readSettings` reads it. */
export type SettingTexts = Readonly<Record<SettingName, string>>

/** The settings of what was typed, the defaults for what was left empty; the names of those that cannot be. */
export function settingsOf(texts: SettingTexts): Result<ArchiveSettings, readonly SettingName[]> {
  const given = (text: string) => text.trim() || undefined
  return readSettings({
    fonds: given(texts.fonds),
    body: given(texts.body),
    separator: given(texts.separator),
    retention: given(texts.retention),
  })
}
