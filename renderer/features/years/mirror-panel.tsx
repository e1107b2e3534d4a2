import { Button, Group, Stack, Text } from '@mantine/core'
import { useContext } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MirrorContext } from '#renderer/mirror/mirror-context.ts'
import { mirrorYear } from '#renderer/mirror/mirror-years.ts'
import { takeMirror } from '#renderer/mirror/take-mirror.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'

const words = SAFETY.mirror

/** Whether the year stands a second time on the disk; the choice where another browser changed it too. */
export function MirrorPanel() {
  const { row } = useYearData()
  const database = useDatabase()
  const { client } = useHost()
  const trouble = useContext(MirrorContext)
  const own = trouble?.year === row.year ? trouble : null
  const keepHere = async () => {
    const left = await mirrorYear(database, client, row.year, true)
    if (left) tellFailure(ERROR_WORDS[left.code])
  }
  const takeThere = async () => {
    const taken = await takeMirror(database, client, row.year, null, new Date().toISOString())
    if (taken) tellSuccess(words.taken)
    else tellFailure(SAFETY.history.unreadable)
  }
  return (
    <Panel title={words.title} name="mirror">
      {row.sample && <Text c="dimmed">{words.sample}</Text>}
      {!row.sample && own === null && <StateMark tone="complete">{words.fine}</StateMark>}
      {!row.sample && own !== null && own.code !== 'changed-elsewhere' && (
        <StateMark tone="lacking">{words.failed(ERROR_WORDS[own.code])}</StateMark>
      )}
      {!row.sample && own?.code === 'changed-elsewhere' && (
        <Stack gap="sm">
          <StateMark tone="lacking">{words.elsewhere}</StateMark>
          <Group gap="xs">
            <Button variant="default" onClick={() => void keepHere()}>
              {words.keepHere}
            </Button>
            <Button variant="default" onClick={() => void takeThere()}>
              {words.takeThere}
            </Button>
          </Group>
        </Stack>
      )}
    </Panel>
  )
}
