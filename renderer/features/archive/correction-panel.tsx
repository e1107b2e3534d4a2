import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import { CorrectionSteps } from './correction-steps.tsx'

const words = ARCHIVE.correction

/** A 补充卷 to an archive of this year: from what was corrected to the folder. */
export function CorrectionPanel({ archives }: { readonly archives: readonly MadeArchive[] }) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const continued = new Set(archives.map(archive => archive.continues))
  const ends = archives.filter(archive => !continued.has(archive.name))
  const number = chosen ?? ends.at(-1)?.number ?? null
  return (
    <Panel
      title={words.title}
      name="correction"
      aside={
        <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.close : words.open}
        </Button>
      }
    >
      <Stack gap="md">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <IconFilePlus size={18} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
          <Text>{words.lead}</Text>
        </Group>
        {open && number !== null && (
          <>
            {ends.length > 1 && (
              <Select
                label={words.original}
                w={360}
                data={ends.map(archive => ({ value: String(archive.number), label: archive.name }))}
                value={String(number)}
                allowDeselect={false}
                onChange={value => setChosen(value === null ? null : Number(value))}
              />
            )}
            <CorrectionSteps key={number} number={number} />
          </>
        )}
      </Stack>
    </Panel>
  )
}
