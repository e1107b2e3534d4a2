import { ActionIcon, Group, Text, Tooltip } from '@mantine/core'
import { IconDownload, IconTable } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { RATING } from '#renderer/strings/rating.ts'
import type { UnionDuties } from '#shared/domain/rating/duties.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { isDone, unionKey } from './use-duties.ts'
import { useSendRatings } from './use-send-ratings.ts'

type BoardPanelProps = {
  readonly component: RatingComponent
  readonly unions: readonly UnionDuties[]
  /** null where nothing may be changed. */
  readonly onGrid: ((union: string) => void) | null
}

/** Which union has reported, of how many it must. */
export function BoardPanel({ component, unions, onGrid }: BoardPanelProps) {
  const sending = useSendRatings()
  return (
    <Panel name="board" title={RATING.board} flush>
      <PlainTable
        label={RATING.board}
        columns={[
          { title: RATING.union },
          { title: RATING.source },
          { title: RATING.duty, align: 'right', width: 90 },
          { title: RATING.done, align: 'right', width: 90 },
          { title: RATING.state, width: 150 },
          { title: RATING.actions, width: 90 },
        ]}
        rows={unions.map(union => {
          const due = union.duties.filter(duty => duty.required)
          const done = due.filter(isDone).length
          const name = union.by === '' ? RATING.unnamed : union.by
          return {
            key: unionKey(union),
            cells: [
              union.by === '' ? (
                <Text key="union" span inherit c="dimmed">
                  {name}
                </Text>
              ) : (
                name
              ),
              union.source.name,
              due.length,
              done,
              <Standing key="state" done={done} due={due.length} />,
              <Group key="actions" gap={4} wrap="nowrap">
                <Tooltip label={RATING.sendOne(name)}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={RATING.sendOne(name)}
                    onClick={() => sending.send([{ component, union }])}
                  >
                    <IconDownload size={16} />
                  </ActionIcon>
                </Tooltip>
                {onGrid && (
                  <Tooltip label={RATING.gridOf(name)}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={RATING.gridOf(name)}
                      onClick={() => onGrid(unionKey(union))}
                    >
                      <IconTable size={16} />
                    </ActionIcon>
                  </Tooltip>
                )}
              </Group>,
            ],
          }
        })}
      />
    </Panel>
  )
}

function Standing({ done, due }: { readonly done: number; readonly due: number }) {
  if (done >= due) return <StateMark tone="complete">{RATING.complete}</StateMark>
  return <StateMark tone="lacking">{done === 0 ? RATING.nothing : RATING.partly(due - done)}</StateMark>
}
