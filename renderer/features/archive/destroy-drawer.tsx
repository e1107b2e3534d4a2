import { Alert, Checkbox, Group, List, Loader, ScrollArea, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import type { DoneDestruction } from './destroyed-notice.tsx'
import { destructionFailure } from './destruction-failure.ts'

const words = ARCHIVE.destroy
const NOBODY = { opinion: '', appraisers: '', approver: '', first: '', second: '' }

type DueDocuments = CallOutput<'archive.dueDocuments'>['documents']

type DestroyDrawerProps = {
  readonly archive: { readonly year: number; readonly number: number; readonly name: string }
  readonly onDestroyed: (done: DoneDestruction) => void
  readonly onClose: () => void
}

/** The documents of an archive that are due, who appraised and approved and who sees it done, and the button that destroys. */
export function DestroyDrawer({ archive, onDestroyed, onClose }: DestroyDrawerProps) {
  const { client } = useHost()
  const { year, number, name } = archive
  const documents = useDueDocuments(year, number)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [texts, setTexts] = useState(NOBODY)
  const [confirmed, setConfirmed] = useState(false)
  const [failed, setFailed] = useState<ContractError | null>(null)
  const chosen = (documents ?? []).filter(document => !kept.has(document.number)).map(document => document.number)
  const same = texts.first.trim() !== '' && texts.first.trim() === texts.second.trim()
  const complete = Object.values(texts).every(text => text.trim() !== '') && !same
  const field = (key: keyof typeof NOBODY) => ({
    value: texts[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTexts({ ...texts, [key]: event.currentTarget.value }),
  })
  const destroy = async () => {
    const reply = await client.request('archive.destroy', {
      ...{ year, number, documents: chosen, opinion: texts.opinion.trim(), approver: texts.approver.trim() },
      appraisers: texts.appraisers.split(/[、,，]/).flatMap(each => each.trim() || []),
      supervisors: [texts.first.trim(), texts.second.trim()],
    })
    if (reply.ok) onDestroyed({ name, ...reply.data })
    else setFailed(reply.error)
    return reply.ok
  }
  return (
    <FormDrawer
      title={words.title(name)}
      size={720}
      changed={complete || texts !== NOBODY}
      disabled={!complete || !confirmed || chosen.length === 0}
      save={words.action(chosen.length)}
      dangerous
      onSave={destroy}
      onClose={onClose}
    >
      <Stack gap="sm" data-destroy={name}>
        <Text size="sm" c="dimmed">
          {words.lead}
        </Text>
        {documents === null ? (
          <Group gap="sm" role="status">
            <Loader size="sm" />
            <Text>{words.looking}</Text>
          </Group>
        ) : (
          <Chosen documents={documents} kept={kept} onKeep={setKept} />
        )}
        <Textarea
          label={words.opinion}
          description={words.opinionHint}
          autosize
          minRows={2}
          maxLength={5000}
          {...field('opinion')}
        />
        <Group grow align="flex-start">
          <TextInput
            label={words.appraisers}
            description={words.appraisersHint}
            maxLength={200}
            {...field('appraisers')}
          />
          <TextInput label={words.approver} description="　" maxLength={100} {...field('approver')} />
        </Group>
        <Group grow align="flex-start">
          <TextInput
            label={words.supervisors[0]}
            description={words.supervisorsHint}
            maxLength={100}
            {...field('first')}
          />
          <TextInput
            label={words.supervisors[1]}
            description="　"
            maxLength={100}
            error={same && words.same}
            {...field('second')}
          />
        </Group>
        <Checkbox
          label={words.confirm(chosen.length)}
          checked={confirmed}
          onChange={event => setConfirmed(event.currentTarget.checked)}
        />
        {failed && (
          <Alert color="red" icon={<IconAlertTriangle />} title={destructionFailure(failed.code)}>
            <List size="sm" style={{ overflowWrap: 'anywhere' }}>
              {failed.details.map(line => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </Stack>
    </FormDrawer>
  )
}

/** Null while they are read. */
function useDueDocuments(year: number, number: number): DueDocuments | null {
  const { client } = useHost()
  const [documents, setDocuments] = useState<DueDocuments | null>(null)
  useEffect(() => {
    let stale = false
    const look = async () => {
      const reply = await client.request('archive.dueDocuments', { year, number })
      if (!stale) setDocuments(reply.ok ? reply.data.documents : [])
    }
    void look()
    return () => {
      stale = true
    }
  }, [client, year, number])
  return documents
}

type ChosenProps = {
  readonly documents: DueDocuments
  /** Numbers of those that stay. */
  readonly kept: ReadonlySet<string>
  readonly onKeep: (kept: ReadonlySet<string>) => void
}

function Chosen({ documents, kept, onKeep }: ChosenProps) {
  const chosen = documents.length - kept.size
  const toggle = (number: string) => {
    const next = new Set(kept)
    if (!next.delete(number)) next.add(number)
    onKeep(next)
  }
  return (
    <Stack gap={6}>
      <Checkbox
        label={words.all(chosen, documents.length)}
        checked={kept.size === 0}
        indeterminate={kept.size > 0 && chosen > 0}
        onChange={() => onKeep(kept.size === 0 ? new Set(documents.map(({ number }) => number)) : new Set())}
      />
      <ScrollArea.Autosize mah={230} type="auto" offsetScrollbars>
        <Stack gap={4} pl="xl">
          {documents.map(({ number, title }) => (
            <Checkbox
              key={number}
              size="xs"
              checked={!kept.has(number)}
              onChange={() => toggle(number)}
              label={`${number}　${title}`}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Stack>
  )
}
