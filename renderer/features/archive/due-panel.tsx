import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { today } from '#renderer/components/today.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { readRetention, retentionWords } from '#shared/domain/archive/retention.ts'
import { DestroyDrawer } from './destroy-drawer.tsx'
import { DestroyedNotice, type DoneDestruction, UnfinishedAlert } from './destroyed-notice.tsx'

const words = ARCHIVE.due
type Due = CallOutput<'archive.due'>
type Series = Due['series']
type Archive = Pick<Series[number], 'year' | 'number' | 'name'>

/** How long the documents of every archive here are kept, and which are due. `round` looks anew. */
export function DuePanel({ round }: { readonly round: number }) {
  const { client } = useHost()
  const [due, setDue] = useState<Due | null>(null)
  const [looks, setLooks] = useState(0)
  const [opened, setOpened] = useState<Archive | null>(null)
  const [done, setDone] = useState<DoneDestruction | null>(null)
  const again = () => setLooks(before => before + 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` and `looks` are what asks anew
  useEffect(() => {
    let stale = false
    const look = async () => {
      const reply = await client.request('archive.due', {})
      if (!stale && reply.ok) setDue(reply.data)
    }
    void look()
    return () => {
      stale = true
    }
  }, [client, round, looks])
  const series = due?.series ?? null
  const day = today()
  const over = (series ?? []).filter(({ due }) => due !== null && due <= day)
  const count = over.reduce((sum, { documents }) => sum + documents, 0)
  return (
    <Panel title={words.title} name="due">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.lead}
        </Text>
        {series !== null &&
          (series.length === 0 ? (
            <Text>{words.none}</Text>
          ) : (
            <DueTable series={series} day={day} onDestroy={setOpened} />
          ))}
        {series !== null && series.length > 0 && (
          <StateMark tone={count === 0 ? 'complete' : 'lacking'}>
            {count === 0 ? words.nothing : words.count(count)}
          </StateMark>
        )}
        {due?.unfinished.map(each => (
          <UnfinishedAlert key={each.name} archive={each} onFinished={again} />
        ))}
        {done && <DestroyedNotice done={done} />}
      </Stack>
      {opened && (
        <DestroyDrawer
          archive={opened}
          onClose={() => setOpened(null)}
          onDestroyed={destroyed => {
            setDone(destroyed)
            again()
          }}
        />
      )}
    </Panel>
  )
}

type DueTableProps = {
  readonly series: Series
  readonly day: string
  readonly onDestroy: (archive: Archive) => void
}

function DueTable({ series, day, onDestroy }: DueTableProps) {
  return (
    <PlainTable
      label={words.title}
      columns={[
        { title: words.archive },
        { title: words.retention, width: 100 },
        { title: words.documents, align: 'right', width: 70 },
        { title: words.numbers },
        { title: words.day, width: 170 },
        { title: words.action, align: 'right', width: 120 },
      ]}
      rows={series.map(archive => {
        const { name, retention, documents, from, to, due } = archive
        const kept = readRetention(retention)
        return {
          key: `${name} ${retention}`,
          cells: [
            name,
            kept ? retentionWords(kept) : retention,
            documents,
            documents > 1 ? `${from} 至 ${to.slice(to.search(/\d+$/))}` : from,
            due === null ? words.forever : due <= day ? words.over(due) : due,
            due !== null && due <= day && (
              <Button
                key="destroy"
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={words.openOf(`${name} ${retention}`)}
                onClick={() => onDestroy(archive)}
              >
                {words.open}
              </Button>
            ),
          ],
        }
      })}
    />
  )
}
