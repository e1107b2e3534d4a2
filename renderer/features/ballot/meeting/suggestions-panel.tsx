import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { registerReleased } from '#shared/domain/ballot/suggestion/register-released.ts'
import { SuggestionsWaiting } from './suggestions-waiting.tsx'
import type { Box } from './use-box.ts'

const words = SUGGESTIONS.released

type SuggestionsPanelProps = { readonly plan: MeetingPlan; readonly meeting: Meeting; readonly box: Box }

/** What becomes of the suggestions after the count: a teller's choice, then the register. */
export function SuggestionsPanel({ plan, meeting, box }: SuggestionsPanelProps) {
  const { row, evaluation } = useYearData()
  const { client } = useHost()
  const change = useTellingChange()
  const state = box.state.kind === 'box' ? box.state.status.suggestions : 'off'
  const own = (evaluation.suggestions ?? []).filter(each => each.meeting === plan.id)
  const missing = state === 'released' && own.length === 0
  const [released, setReleased] = useState<readonly string[]>([])
  // What was released stays in the urn: a year that does not have it (a crash, another computer) takes it again.
  useEffect(() => {
    if (!missing) return
    let current = true
    client.request('meeting.released', { year: row.year, meeting: plan.id }).then(found => {
      if (current && found.ok) setReleased(found.data.texts)
    })
    return () => {
      current = false
    }
  }, [client, missing, row.year, plan.id])
  const register = async (texts: readonly string[]) => {
    if (texts.length > 0)
      await change(
        words.kept(plan.title),
        current => ({ ...current, suggestions: registerReleased(current.suggestions ?? [], plan.id, texts) }),
        true,
      )
    await box.look()
  }
  if (state === 'pending' && !evaluation.closed) return <SuggestionsWaiting plan={plan} onReleased={register} />
  if ((state === 'off' || state === 'sealed' || state === 'pending') && own.length === 0) return null
  return (
    <Panel title={state === 'none' ? SUGGESTIONS.title : words.title} name="suggestions">
      <Stack gap="sm">
        {state === 'none' && <Text size="sm">{meeting.tallies.length === 0 ? words.tooFew : words.none}</Text>}
        {own.length > 0 && <StateMark tone="complete">{words.registered(own.length)}</StateMark>}
        {missing && <Text size="sm">{released.length === 0 ? words.nothing : words.count(released.length)}</Text>}
        {state !== 'none' && (
          <Group justify="flex-end" gap="xs">
            {missing && released.length > 0 && !evaluation.closed && (
              <Button variant="default" onClick={() => void register(released)}>
                {words.register}
              </Button>
            )}
            {own.length > 0 && (
              <Button component={Link} to={`/${row.year}/ballot#suggestions`} variant="default">
                {words.toRegister}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Panel>
  )
}
