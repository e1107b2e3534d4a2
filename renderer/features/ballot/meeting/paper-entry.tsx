import { Badge, Box, Button, Group, Kbd, Progress, Stack, Table, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { beginKeying, type KeyedBallot, pressKey, readingOf, rowsOf, withReading } from './paper-keys.ts'

const words = MEETING.paper

/** The window below the dialog's head: keys and buttons stay in sight, the rows of the ballot scroll between them. */
const SHEET_HEIGHT = 'calc(100dvh - 84px)'

type PaperEntryProps = {
  readonly setUp: MeetingSetUp
  readonly peers: boolean
  readonly ballots: number
  readonly title: string
  readonly busy: boolean
  readonly onDone: (ballots: KeyedBallot[]) => void
}

/** One person keys the whole bundle, one key a row. */
export function PaperEntry({ setUp, peers, ballots, title, busy, onDone }: PaperEntryProps) {
  const [state, setState] = useState(beginKeying)
  const rows = useMemo(() => rowsOf(setUp), [setUp])
  const field = useRef<HTMLDivElement>(null)
  const current = state.ballots[state.ballot] ?? { marks: {} }
  const whole = state.row >= rows.length || current.void === true
  const last = state.ballot === ballots - 1
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that is keyed stays in sight
  useEffect(() => {
    field.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [state.row, state.ballot])
  useEffect(() => field.current?.focus(), [])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement) return
    if (event.key === 'Enter' && whole && last) {
      event.preventDefault()
      onDone([...state.ballots])
      return
    }
    const next = pressKey(state, event.key, { setUp, peers, count: ballots })
    if (next !== state) {
      event.preventDefault()
      setState(next)
    }
  }
  const options = setUp.scale.kind === 'grades' ? setUp.scale.options : []
  const labelOf = (reading: string) =>
    reading === 'blank' || reading === 'invalid' || reading === 'self'
      ? words.readings[reading]
      : (options.find(option => option.id === reading)?.label ?? reading)
  const type = (value: string) =>
    setState(before => {
      const row = rows[before.row]
      const ballot = before.ballots[before.ballot]
      if (!row || !ballot) return before
      const read = withReading(ballot, row, value === '' ? 'blank' : value)
      return {
        ...before,
        row: before.row + 1,
        ballots: before.ballots.map((each, index) => (index === before.ballot ? read : each)),
      }
    })
  // The dialog gives the focus to what asks for it (`data-autofocus`), and the keys go where the focus is.
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the whole sheet is keyed, not its cells
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div ref={field} tabIndex={0} onKeyDown={press} style={{ outline: 'none' }} data-keying data-autofocus>
      <Stack gap="sm" h={SHEET_HEIGHT} maw={760} mx="auto">
        <Group justify="space-between">
          <Text fw={600}>{title}</Text>
          <Text fw={600} data-ballot={state.ballot + 1}>
            {words.progress(state.ballot + 1, ballots)}
          </Text>
        </Group>
        <Progress
          value={((state.ballot + Math.min(state.row, rows.length) / rows.length) / ballots) * 100}
          aria-label={words.progress(state.ballot + 1, ballots)}
        />
        <Group gap="md">
          {options.map((option, index) => (
            <Text key={option.id} size="sm">
              <Kbd>{index + 1}</Kbd> {option.label}
            </Text>
          ))}
          <Text size="sm">
            <Kbd>0</Kbd> {words.readings.blank}
          </Text>
          <Text size="sm">
            <Kbd>X</Kbd> {words.readings.invalid}
          </Text>
          {peers && (
            <Text size="sm">
              <Kbd>S</Kbd> {words.readings.self}
            </Text>
          )}
          {options.length > 0 && (
            <Text size="sm">
              <Kbd>R</Kbd> {words.rest}
            </Text>
          )}
          <Text size="sm">
            <Kbd>V</Kbd> {words.wholeVoid}
          </Text>
          <Text size="sm">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {words.move}
          </Text>
        </Group>
        {state.rest && <Badge variant="filled">{words.restWaits}</Badge>}
        {current.void ? (
          <Badge color="red" size="lg">
            {words.isVoid}
          </Badge>
        ) : (
          <Box flex={1} mih={0} style={{ overflowY: 'auto' }}>
            <Table withTableBorder verticalSpacing={4} aria-label={words.sheet}>
              <Table.Tbody>
                {rows.map((row, index) => {
                  const place = setUp.instructors.findIndex(each => each.id === row.instructor)
                  const person = setUp.instructors[place]
                  const indicator = setUp.indicators.find(each => each.id === row.indicator)
                  const here = index === state.row
                  const reading = readingOf(current, row)
                  return (
                    <Table.Tr
                      key={`${row.instructor} ${row.indicator}`}
                      data-current={here ? true : undefined}
                      bg={here ? 'var(--mantine-primary-color-light)' : 'transparent'}
                    >
                      <Table.Td w={60} ta="right">
                        {place + 1}
                      </Table.Td>
                      <Table.Td fw={here ? 700 : 500}>
                        {person?.name}
                        {setUp.indicators.length > 1 && `　${indicator?.name}`}
                      </Table.Td>
                      <Table.Td w={220}>
                        {setUp.scale.kind === 'points' && here ? (
                          <PointsField key={`${state.ballot} ${row.instructor} ${row.indicator}`} onType={type} />
                        ) : (
                          <Text
                            span
                            fw={reading === 'blank' ? 400 : 700}
                            c={reading === 'blank' ? 'dimmed' : 'inherit'}
                          >
                            {index < state.row || reading !== 'blank' ? labelOf(reading) : ''}
                          </Text>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  )
                })}
              </Table.Tbody>
            </Table>
          </Box>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {whole ? (last ? words.lastHint : words.nextHint) : words.keyHint}
          </Text>
          <Button
            disabled={!whole}
            loading={busy}
            onClick={() =>
              last ? onDone([...state.ballots]) : setState(pressKey(state, 'Enter', { setUp, peers, count: ballots }))
            }
          >
            {last ? words.done : words.nextBallot}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}

/** A number on a points scale; Enter goes on, left empty it is blank. */
function PointsField({ onType }: { readonly onType: (value: string) => void }) {
  const [text, setText] = useState('')
  return (
    <TextInput
      size="xs"
      aria-label={words.points}
      inputMode="decimal"
      autoFocus
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.stopPropagation()
        onType(text.trim())
      }}
    />
  )
}
