import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconDownload, IconTable } from '@tabler/icons-react'
import { ReportStateMark } from '#renderer/collect/online/report-state.tsx'
import type { Online } from '#renderer/collect/online/use-online.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { MERGING } from '#renderer/strings/merging.ts'
import { RATING } from '#renderer/strings/rating.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import type { UnionDuties } from '#shared/domain/rating/duties.ts'
import { ratingReportKey } from '#shared/domain/report/report-form.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import { isDone, unionKey } from './use-duties.ts'
import { useSendRatings } from './use-send-ratings.ts'

type BoardPanelProps = {
  readonly component: RatingComponent
  readonly unions: readonly UnionDuties[]
  readonly online: Online | null
  /** null where nothing may be changed. */
  readonly onGrid: ((union: string) => void) | null
  /** Opens the form for unions that become one; null where nothing may be changed. */
  readonly onMerge: (() => void) | null
}

/** Which union has reported, of how many it must. */
export function BoardPanel({ component, unions, online, onGrid, onMerge }: BoardPanelProps) {
  const sending = useSendRatings()
  const { deadlines, mergers = [] } = useYearData().evaluation
  const merged = mergers.filter(each => component.sources.some(source => source.id === each.source))
  const deadline = deadlines?.ratings ?? ''
  const keyOf = ({ source, by }: UnionDuties) => ratingReportKey(component.id, source.id, by)
  // Who never published a link sees nothing of it.
  const published = online !== null && unions.some(union => online.links.has(keyOf(union)))
  const onlineOf = (union: UnionDuties) =>
    online?.links.has(keyOf(union)) ? (online.standings.get(keyOf(union))?.state ?? 'unopened') : null
  return (
    <Panel
      name="board"
      title={RATING.board}
      flush
      aside={
        onMerge && (
          <Button size="compact-sm" variant="default" onClick={onMerge}>
            {MERGING.open}
          </Button>
        )
      }
    >
      <PlainTable
        label={RATING.board}
        columns={[
          { title: RATING.union },
          { title: RATING.source },
          { title: RATING.duty, align: 'right', width: 90 },
          { title: RATING.done, align: 'right', width: 90 },
          { title: RATING.state, width: 150 },
          ...(published ? [{ title: REPORTING.column, width: 190 }] : []),
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
              ...(published
                ? [
                    <ReportStateMark
                      key="online"
                      state={onlineOf(union)}
                      deadline={done < due.length ? deadline : ''}
                    />,
                  ]
                : []),
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
      {merged.length > 0 && (
        <Text size="sm" c="dimmed" px="md" py="xs" component="div" data-mergers>
          {merged.map(({ date, from, into }) => (
            <div key={`${date} ${into} ${from.join()}`}>{MERGING.line(date, from, into)}</div>
          ))}
        </Text>
      )}
    </Panel>
  )
}

function Standing({ done, due }: { readonly done: number; readonly due: number }) {
  if (done >= due) return <StateMark tone="complete">{RATING.complete}</StateMark>
  return <StateMark tone="lacking">{done === 0 ? RATING.nothing : RATING.partly(due - done)}</StateMark>
}
