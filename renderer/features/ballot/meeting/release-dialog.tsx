import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useState } from 'react'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'

const words = SUGGESTIONS.review

type ReleaseDialogProps = {
  /** In the order that the host counts; they live in this dialog and go with it. */
  readonly texts: readonly string[]
  /** Releases those at these places; the others are destroyed. Resolves to whether it was done. */
  readonly onRelease: (places: readonly number[]) => Promise<boolean>
  readonly onClose: () => void
}

type Choice = 'release' | 'hold'

/** A teller reads one suggestion after the other and decides with one key each; nothing is done before the end. */
export function ReleaseDialog({ texts, onRelease, onClose }: ReleaseDialogProps) {
  const [choices, setChoices] = useState<readonly Choice[]>([])
  const [place, setPlace] = useState(0)
  const [busy, setBusy] = useState(false)
  const finished = place >= texts.length
  const choose = (choice: Choice) => {
    if (finished) return
    setChoices([...choices.slice(0, place), choice, ...choices.slice(place + 1)])
    setPlace(place + 1)
  }
  const back = () => setPlace(Math.max(0, place - 1))
  const rest = () => {
    setChoices(texts.map((_, index) => (index < place ? (choices[index] ?? 'release') : 'release')))
    setPlace(texts.length)
  }
  useWindowEvent('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || busy) return
    if (event.key === '1') choose('release')
    else if (event.key === '2') choose('hold')
    else if (event.key === 'ArrowLeft') back()
  })
  const released = texts.flatMap((_, index) => (choices[index] === 'release' ? [index] : []))
  const confirm = async () => {
    setBusy(true)
    const done = await onRelease(released)
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      closeOnClickOutside={false}
      title={finished ? words.summary : words.title(place + 1, texts.length)}
      data-dialog="release-suggestions"
    >
      <Stack gap="md">
        <Progress value={(100 * place) / texts.length} aria-label={words.title(place, texts.length)} />
        {finished ? (
          <Text fz="lg">{words.counts(released.length, texts.length - released.length)}</Text>
        ) : (
          <>
            <Text
              fz={20}
              mih={160}
              style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              aria-live="polite"
              data-suggestion
            >
              {texts[place]}
            </Text>
            <Text size="sm" c="dimmed" mih={20}>
              {choices[place] ? words.chosen[choices[place]] : ''}
            </Text>
          </>
        )}
        <Group justify="space-between">
          <Group gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose} disabled={busy}>
              {words.leave}
            </Button>
            <Button variant="default" onClick={back} disabled={place === 0 || busy}>
              {words.back}
            </Button>
          </Group>
          {finished ? (
            <Button key="confirm" data-autofocus autoFocus onClick={() => void confirm()} loading={busy}>
              {words.confirm}
            </Button>
          ) : (
            <Group gap="xs">
              <Button variant="subtle" onClick={rest}>
                {words.rest}
              </Button>
              <Button variant="default" onClick={() => choose('hold')}>
                {words.hold}
              </Button>
              <Button data-autofocus onClick={() => choose('release')}>
                {words.release}
              </Button>
            </Group>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {words.keys}
        </Text>
      </Stack>
    </Modal>
  )
}
