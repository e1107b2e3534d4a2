import { Stack, Text } from '@mantine/core'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

type GroupsTableProps = { readonly component: BallotComponent; readonly appraised: string }

/** Who votes, with which weight, and on what. */
export function GroupsTable({ component, appraised }: GroupsTableProps) {
  return (
    <Stack gap="md">
      <PlainTable
        label={SCHEME.groups}
        columns={[
          { title: SCHEME.group, width: 60 },
          { title: SCHEME.groupName },
          { title: SCHEME.weight, align: 'right', width: 80 },
        ]}
        rows={component.groups.map(group => ({
          key: group.id,
          cells: [
            group.id,
            <span key="name">
              {group.name}
              {group.peers && (
                <Text size="xs" c="dimmed">
                  {SCHEME.peers(appraised)}
                </Text>
              )}
            </span>,
            SCHEME.percent(group.weight),
          ],
        }))}
      />
      <Text size="xs" c="dimmed">
        {SCHEME.emptyGroup[component.emptyGroup]}
      </Text>
    </Stack>
  )
}
