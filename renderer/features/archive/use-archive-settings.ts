import { useState } from 'react'
import { useSetting } from '#renderer/db/hooks/use-setting.ts'
import type { SettingName } from '#shared/domain/archive/archive-settings.ts'
import { type SettingTexts, settingsOf } from '#shared/domain/archive/setting-texts.ts'

export type ArchiveSettingsDraft = {
  readonly texts: SettingTexts
  /** The names of those that cannot be. */
  readonly wrong: readonly SettingName[]
  /** Takes a text; it is kept on this computer where it can be. */
  readonly change: (name: SettingName, text: string) => void
}

/** What the archive office prescribes, kept on this computer for all years; what was just typed shows at once. */
export function useArchiveSettings(): ArchiveSettingsDraft {
  const [typed, setTyped] = useState<Partial<SettingTexts>>({})
  const [fonds, keepFonds] = useSetting('archive.fonds')
  const [body, keepBody] = useSetting('archive.body')
  const [separator, keepSeparator] = useSetting('archive.separator')
  const [retention, keepRetention] = useSetting('archive.retention')
  const keep = { fonds: keepFonds, body: keepBody, separator: keepSeparator, retention: keepRetention }
  const texts = { fonds, body, separator, retention, ...typed }
  return {
    texts,
    wrong: faultsOf(texts),
    change: (name, text) => {
      setTyped(before => ({ ...before, [name]: text }))
      if (!faultsOf({ ...texts, [name]: text }).includes(name)) keep[name](text.trim())
    },
  }
}

function faultsOf(texts: SettingTexts): readonly SettingName[] {
  const settings = settingsOf(texts)
  return settings.ok ? [] : settings.error
}
