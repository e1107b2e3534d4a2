import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { referenceNumber } from '#shared/domain/archive/reference-number.ts'
import { settingsOf } from '#shared/domain/archive/setting-texts.ts'
import { RetentionFields } from './retention-fields.tsx'
import type { ArchiveSettingsDraft } from './use-archive-settings.ts'

const words = ARCHIVE.settings

type SettingsPanelProps = { readonly year: number; readonly draft: ArchiveSettingsDraft }

/** Codes and retention, as the archive office prescribes them. */
export function SettingsPanel({ year, draft }: SettingsPanelProps) {
  const [open, setOpen] = useState(false)
  const { texts, wrong, change } = draft
  const settings = settingsOf(texts)
  const example = settings.ok ? referenceNumber(settings.value, year, settings.value.retention.list, 1) : ''
  const field = (name: 'fonds' | 'body', label: string, hint: string) => (
    <TextInput
      label={label}
      description={hint}
      placeholder={DEFAULT_SETTINGS[name]}
      value={texts[name]}
      maxLength={30}
      error={wrong.includes(name) ? words.faults[name] : undefined}
      onChange={event => change(name, event.currentTarget.value)}
    />
  )
  return (
    <Panel title={words.title} name="archive-settings">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md" style={{ alignItems: 'start' }}>
          {field('fonds', words.fonds, words.fondsHint)}
          {field('body', words.body, words.bodyHint)}
          <Select
            label={words.separator}
            description={words.separatorHint}
            data={['-', '_', '.', '·']}
            allowDeselect={false}
            value={texts.separator || DEFAULT_SETTINGS.separator}
            onChange={value => change('separator', value ?? '')}
          />
          <TextInput label={words.example} description={words.exampleHint} value={example} readOnly variant="filled" />
        </SimpleGrid>
        {open && settings.ok && (
          <RetentionFields table={settings.value.retention} onChange={text => change('retention', text)} />
        )}
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? words.hideRetention : words.showRetention}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
