import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import { MOST_IN_BUNDLE } from '#shared/contract/paper.ts'
import { MOST_SUGGESTION, tidySuggestion } from '#shared/domain/ballot/suggestion/suggestion-text.ts'
import { troubleWords } from './trouble-words.ts'

const words = SUGGESTIONS.paper

/** Suggestions that came on paper, into the same pile. What is typed lives in this page's memory until it is in. */
export function PaperSuggestions() {
  const { client } = useHost()
  const [text, setText] = useState('')
  const [texts, setTexts] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const tidy = tidySuggestion(text)
  const add = () => {
    if (tidy === '' || texts.length >= MOST_IN_BUNDLE) return
    setTexts([...texts, tidy])
    setText('')
    area.current?.focus()
  }
  const commit = async () => {
    setBusy(true)
    const committed = await client.request('paper.suggestions', { texts: [...texts] })
    setBusy(false)
    if (!committed.ok) {
      tellFailure(committed.error.code === 'box-full' ? words.full : troubleWords(committed.error))
      return
    }
    tellSuccess(words.committed(texts.length))
    setTexts([])
  }
  return (
    <Panel title={words.title} name="paper-suggestions" fill>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        <Textarea
          ref={area}
          aria-label={words.words}
          placeholder={words.words}
          autosize
          minRows={3}
          maxLength={MOST_SUGGESTION}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <Group justify="space-between">
          <Button variant="default" onClick={add} disabled={tidy === '' || texts.length >= MOST_IN_BUNDLE}>
            {words.add}
          </Button>
          <Button onClick={() => void commit()} disabled={texts.length === 0} loading={busy}>
            {words.commit(texts.length)}
          </Button>
        </Group>
        {texts.length > 0 && (
          <Text size="xs" c="var(--pingyi-lack)">
            {words.waiting(texts.length)}
          </Text>
        )}
        {texts.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may read alike
          <Group key={index} justify="space-between" wrap="nowrap" align="flex-start">
            <Text size="sm" lineClamp={2}>
              {`${index + 1}. ${each}`}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.remove(index + 1)}
              onClick={() => setTexts(texts.filter((_, place) => place !== index))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Panel>
  )
}
