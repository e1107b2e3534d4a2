import { Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { today } from '#renderer/components/today.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { readRetention, retentionWords } from '#shared/domain/archive/retention.ts'

const words = ARCHIVE.due
type Series = CallOutput<'archive.due'>['series']

/** How long the documents of every archive here are kept, and which are due. `round` looks anew. */
export function DuePanel({ round }: { readonly round: number }) {
  const { client } = useHost()
  const [series, setSeries] = useState<Series | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is what asks anew
  useEffect(() => {
    let stale = false
    const look = async () => {
      const reply = await client.request('archive.due', {})
      if (!stale && reply.ok) setSeries(reply.data.series)
    }
    void look()
    return () => {
      stale = true
    }
  }, [client, round])
  const day = today()
  const over = (series ?? []).filter(({ due }) => due !== null && due <= day)
  const count = over.reduce((sum, { documents }) => sum + documents, 0)
  return (
    <Panel title={words.title} name="due">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.lead}
        </Text>
        {series !== null && (series.length === 0 ? <Text>{words.none}</Text> : <DueTable series={series} day={day} />)}
        {series !== null && series.length > 0 && (
          <StateMark tone={count === 0 ? 'complete' : 'lacking'}>
            {count === 0 ? words.nothing : words.count(count)}
          </StateMark>
        )}
      </Stack>
    </Panel>
  )
}

function DueTable({ series, day }: { readonly series: Series; readonly day: string }) {
  return (
    <PlainTable
      label={words.title}
      columns={[
        { title: words.archive },
        { title: words.retention, width: 100 },
        { title: words.documents, align: 'right', width: 70 },
        { title: words.numbers },
        { title: words.day, width: 170 },
      ]}
      rows={series.map(({ name, retention, documents, from, to, due }) => {
        const kept = readRetention(retention)
        return {
          key: `${name} ${retention}`,
          cells: [
            name,
            kept ? retentionWords(kept) : retention,
            documents,
            documents > 1 ? `${from} 至 ${to.slice(to.search(/\d+$/))}` : from,
            due === null ? words.forever : due <= day ? words.over(due) : due,
          ],
        }
      })}
    />
  )
}
