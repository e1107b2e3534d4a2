import { Button, Group, Stack, Text } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { NOTICES } from '#renderer/strings/notices.ts'
import { publicNotices } from '#shared/domain/decision/notice.ts'
import { noticeCandidates } from '#shared/domain/decision/notice-rules.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { PublicForm } from './public-form.tsx'
import { PublicItem } from './public-item.tsx'

const words = NOTICES.public

/** The public notices, and the way to prepare one. */
export function PublicPanel({ standings }: { readonly standings: readonly Standing[] }) {
  const { scheme, notices = [], closed } = useYearData().evaluation
  const [preparing, setPreparing] = useState(false)
  const candidates = noticeCandidates(standings, scheme)
  const own = publicNotices(notices)
  const open = standings.filter(standing => standing.stage === 'open').length
  return (
    <Panel
      title={words.title}
      name="public-notices"
      aside={
        !closed && (
          <Button
            size="xs"
            leftSection={<IconSpeakerphone size={14} />}
            disabled={candidates.length === 0}
            onClick={() => setPreparing(true)}
          >
            {words.prepare}
          </Button>
        )
      }
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {words.lead}
        </Text>
        <Group gap="lg">
          {own.length === 0 && <Text size="sm">{words.none}</Text>}
          <Text size="sm" fw={candidates.length > 0 ? 600 : 400}>
            {candidates.length > 0 ? words.waiting(candidates.length) : words.noCandidates}
          </Text>
          {candidates.length > 0 && open > 0 && (
            <Text size="sm" c="var(--pingyi-lack)">
              {words.undecidedWarning(open)}
            </Text>
          )}
        </Group>
        {own.map(notice => (
          <PublicItem key={notice.id} notice={notice} />
        ))}
      </Stack>
      {preparing && <PublicForm candidates={candidates} onClose={() => setPreparing(false)} />}
    </Panel>
  )
}
