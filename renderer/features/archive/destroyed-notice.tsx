import { Alert, Button, Code, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { destructionFailure } from './destruction-failure.ts'

const words = ARCHIVE.destroy

export type DoneDestruction = { readonly name: string } & Pick<CallOutput<'archive.destroy'>, 'documents' | 'digest'>

/** What came of a destruction, and what people have to do with it. */
export function DestroyedNotice({ done }: { readonly done: DoneDestruction }) {
  return (
    <Alert
      color="green"
      icon={<IconCheck />}
      title={words.done(done.documents, done.name)}
      data-destroyed={done.digest}
    >
      <Stack gap={4}>
        <Text size="sm">{words.register}</Text>
        <Text size="sm">{words.digest}</Text>
        <Code style={{ overflowWrap: 'anywhere' }}>{done.digest}</Code>
        <Text size="sm">{words.elsewhere}</Text>
      </Stack>
    </Alert>
  )
}

type UnfinishedAlertProps = {
  readonly archive: CallOutput<'archive.due'>['unfinished'][number]
  readonly onFinished: () => void
}

/** Files that a record says are gone and that are there: an interruption left them. */
export function UnfinishedAlert({ archive, onFinished }: UnfinishedAlertProps) {
  const { client } = useHost()
  const [busy, setBusy] = useState(false)
  const { year, number, name, files } = archive
  const finish = async () => {
    setBusy(true)
    const reply = await client.request('archive.finishDestruction', { year, number })
    setBusy(false)
    if (!reply.ok) tellFailure(destructionFailure(reply.error.code))
    onFinished()
  }
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title={words.unfinished(name, files)} data-unfinished={name}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words.unfinishedHint}</Text>
        <Button size="compact-sm" loading={busy} onClick={() => void finish()}>
          {words.finish}
        </Button>
      </Stack>
    </Alert>
  )
}
