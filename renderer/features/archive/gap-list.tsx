import { Anchor, List, Text } from '@mantine/core'
import { useState } from 'react'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { type ArchiveGap, gapDetail, gapLine, isShortened } from '#shared/domain/archive/archive-gap.ts'

const words = ARCHIVE.check

/** What is missing, a short line each; a long list of names opens on demand. */
export function GapList({ gaps }: { readonly gaps: readonly ArchiveGap[] }) {
  return (
    <List size="sm" spacing={4} style={{ overflowWrap: 'anywhere' }}>
      {gaps.map(gap => (
        <List.Item key={gapDetail(gap)}>
          <GapItem gap={gap} />
        </List.Item>
      ))}
    </List>
  )
}

function GapItem({ gap }: { readonly gap: ArchiveGap }) {
  const [open, setOpen] = useState(false)
  if (!isShortened(gap)) return gapLine(gap)
  return (
    <>
      {gapLine(gap)}
      <Anchor component="button" type="button" size="sm" ml="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.fold : words.all(gap.names.length, gap.unit)}
      </Anchor>
      {open && (
        <Text size="sm" c="dimmed" mt={2}>
          {gap.names.join('、')}
        </Text>
      )}
    </>
  )
}
