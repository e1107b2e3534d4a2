import { Group, Stack, Text, Timeline } from '@mantine/core'
import { DECISION } from '#renderer/strings/decision.ts'
import type { Decision } from '#shared/domain/decision/decision.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { GradeWord } from './grade-word.tsx'

const words = DECISION.form

type HistoryListProps = { readonly entries: readonly Decision[]; readonly scheme: Scheme }

/** A person's entries, the latest first: nothing is ever taken out. */
export function HistoryList({ entries, scheme }: HistoryListProps) {
  return (
    <Stack gap="xs" data-history>
      <Text fw={600} size="sm">
        {words.history}
      </Text>
      {entries.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noHistory}
        </Text>
      ) : (
        <Timeline bulletSize={12} lineWidth={2} active={0}>
          {entries
            .map((entry, index) => ({ entry, key: `${index}` }))
            .reverse()
            .map(({ entry, key }) => (
              <Timeline.Item
                key={key}
                title={
                  <Group gap="xs">
                    <Text size="sm" span>
                      {entry.date} {DECISION.kinds[entry.kind]}
                    </Text>
                    <GradeWord id={entry.final} scheme={scheme} />
                  </Group>
                }
              >
                <Text size="sm">
                  {[entry.by, entry.reason, entry.clause && `${DECISION.record.clause}：${entry.clause}`]
                    .filter(Boolean)
                    .join('　')}
                </Text>
              </Timeline.Item>
            ))}
        </Timeline>
      )}
    </Stack>
  )
}
