import { Autocomplete, Button, Checkbox, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import type { CallInput } from '#shared/contract/contract.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { ReleaseDialog } from './release-dialog.tsx'
import { troubleWords } from './trouble-words.ts'

const words = SUGGESTIONS.wait

type SuggestionsWaitingProps = {
  readonly plan: MeetingPlan
  /** Another hall's box, by its id; left out: this one's. */
  readonly hall?: string | undefined
  readonly title: string
  /** What was released is in the box; it goes into the year. */
  readonly onReleased: () => Promise<unknown>
}

/** The suggestions wait, locked: a teller who opened the box unlocks them, reads them and decides. */
export function SuggestionsWaiting({ plan, hall, title, onReleased }: SuggestionsWaitingProps) {
  const { row } = useYearData()
  const { client } = useHost()
  const [envelope, setEnvelope] = useState(false)
  const [name, setName] = useState('')
  const [secret, setSecret] = useState('')
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(false)
  const [texts, setTexts] = useState<readonly string[] | null>(null)
  const key = { year: row.year, meeting: plan.id, ...(hall === undefined ? {} : { hall }) }
  const by: CallInput<'meeting.suggestions'>['by'] = envelope
    ? { as: 'recovery', code: secret.trim() }
    : { as: 'teller', name: name.trim(), passphrase: secret }
  const tellers = (plan.roles ?? []).filter(({ role }) => role !== 'counter').map(each => each.name)
  const read = async () => {
    setBusy(true)
    setRefused('')
    const waiting = await client.request('meeting.suggestions', { ...key, by })
    setBusy(false)
    if (!waiting.ok) tellFailure(troubleWords(waiting.error))
    else if (waiting.data.outcome === 'refused') setRefused(words.refused[waiting.data.why])
    else setTexts(waiting.data.texts)
  }
  const release = async (places: readonly number[]) => {
    const released = await client.request('meeting.release', { ...key, by, places: [...places] })
    if (!released.ok) {
      tellFailure(troubleWords(released.error))
      return false
    }
    if (released.data.outcome === 'refused') {
      tellFailure(words.refused[released.data.why])
      return false
    }
    await onReleased()
    return true
  }
  return (
    <Panel title={title} name="suggestions-wait">
      <form
        onSubmit={event => {
          event.preventDefault()
          void read()
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{words.text}</Text>
          <Notice>{words.screen}</Notice>
          <Group align="flex-end">
            {!envelope && (
              <Autocomplete label={words.teller} w={180} data={[...new Set(tellers)]} value={name} onChange={setName} />
            )}
            {envelope ? (
              <TextInput
                label={words.recoveryCode}
                w={320}
                value={secret}
                onChange={event => setSecret(event.currentTarget.value)}
                autoComplete="off"
              />
            ) : (
              <PasswordInput
                label={words.passphrase}
                w={220}
                value={secret}
                onChange={event => setSecret(event.currentTarget.value)}
                autoComplete="off"
              />
            )}
            <Button
              type="submit"
              leftSection={<IconEye size={16} />}
              loading={busy}
              disabled={secret.trim() === '' || (!envelope && name.trim() === '')}
            >
              {words.begin}
            </Button>
          </Group>
          <Checkbox
            size="xs"
            label={words.recovery}
            checked={envelope}
            onChange={event => {
              setEnvelope(event.currentTarget.checked)
              setSecret('')
            }}
          />
          {refused !== '' && (
            <Text size="sm" c="var(--pingyi-lack)" role="alert">
              {refused}
            </Text>
          )}
        </Stack>
      </form>
      {texts && (
        <ReleaseDialog
          texts={texts}
          onRelease={release}
          onClose={() => {
            setTexts(null)
            setSecret('')
          }}
        />
      )}
    </Panel>
  )
}
