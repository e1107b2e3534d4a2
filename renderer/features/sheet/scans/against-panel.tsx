import { Group, Loader, Select, Text } from '@mantine/core'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useMadeArchives } from '#renderer/host/use-made-archives.ts'
import { SCANS } from '#renderer/strings/scans.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import type { Against } from './use-against.ts'

const words = SCANS.against
const YEAR = 'year'

type AgainstPanelProps = {
  readonly year: number
  readonly against: Against | null
  readonly reading: boolean
  readonly onChoose: (archive: MadeArchive | null) => void
}

/** Whether scans are held against the year as it is now or against one of its archives; nothing where there is none. */
export function AgainstPanel({ year, against, reading, onChoose }: AgainstPanelProps) {
  const archives = useMadeArchives(year, 0) ?? []
  if (archives.length === 0) return null
  return (
    <Group gap="sm" data-against={against?.archive.name ?? YEAR}>
      <Text size="sm">{words.label}</Text>
      <Select
        aria-label={words.label}
        w={240}
        allowDeselect={false}
        disabled={reading}
        data={[
          { value: YEAR, label: words.year },
          ...archives.map(({ number, name }) => ({ value: String(number), label: name })),
        ]}
        value={against ? String(against.archive.number) : YEAR}
        onChange={value => onChoose(archives.find(({ number }) => String(number) === value) ?? null)}
      />
      {reading && <Loader size="sm" aria-label={words.reading} />}
      {against &&
        (against.faults === 0 ? (
          <StateMark tone="complete">{words.sound}</StateMark>
        ) : (
          <StateMark tone="lacking">
            {against.faults === null ? words.unchecked : words.faults(against.faults)}
          </StateMark>
        ))}
    </Group>
  )
}
