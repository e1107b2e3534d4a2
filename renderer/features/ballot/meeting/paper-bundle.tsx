import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import type { PaperReading } from '#shared/contract/paper.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import { PaperEntry } from './paper-entry.tsx'
import { troubleWords } from './trouble-words.ts'

const words = MEETING.paper

type Ballots = CallInput<'paper.enter'>['ballots']
type Compared = CallOutput<'paper.enter'>

type PaperBundleProps = {
  readonly plan: MeetingPlan
  readonly bundle: string
  readonly group: string
  readonly ballots: number
  readonly by: string
  readonly onClose: () => void
}

type Step =
  | { readonly kind: 'keying'; readonly by: string; readonly turn: 1 | 2 }
  | { readonly kind: 'handing-over' }
  | { readonly kind: 'settling'; readonly compared: Compared }

/** One bundle from the first key to the urn. It lives in the host's memory: leaving it throws it away. */
export function PaperBundle({ plan, bundle, group, ballots, by, onClose }: PaperBundleProps) {
  const { scheme, instructors } = useYearData().evaluation
  const { client } = useHost()
  const [step, setStep] = useState<Step>({ kind: 'keying', by, turn: 1 })
  const [second, setSecond] = useState('')
  const [busy, setBusy] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const setUp = useMemo(() => {
    const made = setUpOf(plan, scheme, instructors)
    return made.ok ? made.value : null
  }, [plan, scheme, instructors])
  if (!setUp) return null
  const enter = async (keyed: Ballots, who: string) => {
    setBusy(true)
    const compared = await client.request('paper.enter', { bundle, by: who, ballots: keyed })
    setBusy(false)
    if (!compared.ok) {
      tellFailure(troubleWords(compared.error))
      return
    }
    setStep(
      compared.data.differences === null ? { kind: 'handing-over' } : { kind: 'settling', compared: compared.data },
    )
  }
  const settle = async (difference: number, entry: 1 | 2) => {
    const compared = await client.request('paper.settle', { bundle, choices: [{ difference, entry }] })
    if (compared.ok) setStep({ kind: 'settling', compared: compared.data })
    else tellFailure(troubleWords(compared.error))
  }
  const commit = async () => {
    setBusy(true)
    const committed = await client.request('paper.commit', { bundle })
    setBusy(false)
    if (!committed.ok) {
      tellFailure(troubleWords(committed.error))
      return
    }
    tellSuccess(words.committed(ballots))
    onClose()
  }
  const discard = async () => {
    await client.request('paper.discard', { bundle })
    onClose()
  }
  const nameOf = (id: string) => setUp.instructors.find(person => person.id === id)?.name ?? id
  const indicatorOf = (id: string) => setUp.indicators.find(each => each.id === id)?.name ?? id
  const optionOf = (id: string) =>
    (setUp.scale.kind === 'grades' ? setUp.scale.options.find(each => each.id === id)?.label : undefined) ?? id
  const readingOf = (reading: PaperReading) =>
    reading.as === 'mark' ? optionOf(reading.mark) : words.readings[reading.as]
  return (
    <Modal
      opened
      onClose={() => setLeaving(true)}
      title={words.bundleTitle(group, ballots)}
      fullScreen
      closeOnEscape={false}
      data-dialog="paper"
    >
      {step.kind === 'keying' && (
        <PaperEntry
          key={step.turn}
          setUp={setUp}
          peers={setUp.groups.find(each => each.id === group)?.peers ?? false}
          ballots={ballots}
          title={words.turn(step.turn, step.by)}
          busy={busy}
          onDone={keyed => void enter(keyed, step.by)}
        />
      )}
      {step.kind === 'handing-over' && (
        <Stack gap="md" maw={760} mx="auto">
          <StateMark tone="complete">{words.firstDone}</StateMark>
          <form
            onSubmit={event => {
              event.preventDefault()
              if (second.trim() !== '' && second.trim() !== by) setStep({ kind: 'keying', by: second.trim(), turn: 2 })
            }}
          >
            <Group align="flex-end" gap="xs">
              <TextInput
                label={words.second}
                value={second}
                onChange={event => setSecond(event.currentTarget.value)}
                error={second.trim() === by ? words.samePerson : undefined}
                data-autofocus
                autoFocus
              />
              <Button type="submit" disabled={second.trim() === '' || second.trim() === by}>
                {words.beginSecond}
              </Button>
            </Group>
          </form>
        </Stack>
      )}
      {step.kind === 'settling' && (
        <Stack gap="md" maw={760} mx="auto">
          {step.compared.differences?.length === 0 ? (
            <StateMark tone="complete">{words.agree}</StateMark>
          ) : (
            <>
              <Text>{words.differ(step.compared.differences?.length ?? 0)}</Text>
              <PlainTable
                printable={false}
                label={words.differences}
                columns={[{ title: words.ballot, width: 90 }, { title: words.row }, { title: words.right, width: 420 }]}
                rows={(step.compared.differences ?? []).map((difference, index) => ({
                  key: String(index),
                  cells: [
                    words.ballotNumber(difference.ballot + 1),
                    difference.of === 'row'
                      ? words.rowOf(
                          nameOf(difference.instructor),
                          setUp.indicators.length > 1 ? indicatorOf(difference.indicator) : '',
                        )
                      : words.wholes[difference.of],
                    <SegmentedControl
                      key="choice"
                      size="xs"
                      aria-label={words.right}
                      value={difference.choice === null ? '' : String(difference.choice)}
                      onChange={value => void settle(index, value === '1' ? 1 : 2)}
                      data={([1, 2] as const).map(entry => {
                        const side = entry === 1 ? 'first' : 'second'
                        const said =
                          difference.of === 'row'
                            ? readingOf(difference[side])
                            : difference.of === 'void'
                              ? words.voids[difference[side] ? 'yes' : 'no']
                              : difference[side] === null
                                ? words.noSelf
                                : nameOf(String(difference[side]))
                        return { value: String(entry), label: words.entry(entry, said) }
                      })}
                    />,
                  ],
                }))}
              />
            </>
          )}
          {step.compared.void.map(each => (
            <StateMark key={each.ballot} tone="lacking">
              {words.willBeVoid(each.ballot + 1, each.words)}
            </StateMark>
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setLeaving(true)}>
              {words.discard}
            </Button>
            <Button
              onClick={() => void commit()}
              loading={busy}
              disabled={step.compared.differences?.some(each => each.choice === null) ?? true}
            >
              {words.commit(ballots)}
            </Button>
          </Group>
        </Stack>
      )}
      {leaving && (
        <ConfirmDialog
          title={words.discardTitle}
          confirm={words.discard}
          dangerous
          onConfirm={discard}
          onClose={() => setLeaving(false)}
        >
          {words.discardText}
        </ConfirmDialog>
      )}
    </Modal>
  )
}
