import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { SUGGESTIONS } from '#renderer/strings/suggestions.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { notRegistered, registerReleased } from '#shared/domain/ballot/suggestion/register-released.ts'
import { SuggestionsWaiting } from './suggestions-waiting.tsx'
import type { Box } from './use-box.ts'
import { useSuggestions } from './use-suggestions.ts'

const words = SUGGESTIONS.released

type SuggestionsPanelProps = { readonly plan: MeetingPlan; readonly meeting: Meeting; readonly box: Box }

/** What becomes of the suggestions after the count: the tellers' choice, box by box, then the register. */
export function SuggestionsPanel({ plan, meeting, box }: SuggestionsPanelProps) {
  const { row, evaluation } = useYearData()
  const change = useTellingChange()
  const { boxes, released, look } = useSuggestions(plan, box)
  const own = (evaluation.suggestions ?? []).filter(each => each.meeting === plan.id)
  const waiting = evaluation.closed ? [] : boxes.filter(each => each.state === 'pending')
  const chosen = boxes.some(each => each.state === 'released')
  // What was released stays in the urn: a year that does not have it (a crash, another computer) takes it again.
  const missing = notRegistered(evaluation.suggestions ?? [], plan.id, released)
  const register = async (texts: readonly string[]) => {
    if (texts.length > 0)
      await change(
        words.kept(plan.title),
        current => ({ ...current, suggestions: registerReleased(current.suggestions ?? [], plan.id, texts) }),
        true,
      )
    await box.look()
  }
  const afterRelease = async () => {
    const now = await look()
    if (now.boxes.every(each => each.state !== 'pending')) await register(now.released)
  }
  const none = boxes.every(each => each.state === 'none')
  const nothingToSay = own.length === 0 && !chosen && !none
  return (
    <>
      {waiting.map(({ hall, place }) => (
        <SuggestionsWaiting
          key={hall ?? ''}
          plan={plan}
          hall={hall}
          title={boxes.length === 1 ? SUGGESTIONS.wait.title : SUGGESTIONS.wait.titleOf(place)}
          onReleased={afterRelease}
        />
      ))}
      {!nothingToSay && (
        <Panel title={none ? SUGGESTIONS.title : words.title} name="suggestions">
          <Stack gap="sm">
            {none && <Text size="sm">{meeting.tallies.length === 0 ? words.tooFew : words.none}</Text>}
            {own.length > 0 && <StateMark tone="complete">{words.registered(own.length)}</StateMark>}
            {chosen && own.length === 0 && (
              <Text size="sm">{released.length === 0 ? words.nothing : words.count(released.length)}</Text>
            )}
            {waiting.length > 0 && <Text size="sm">{words.waits(waiting.length)}</Text>}
            <Group justify="flex-end" gap="xs">
              {missing.length > 0 && !evaluation.closed && (
                <Button variant="default" onClick={() => void register(released)}>
                  {waiting.length > 0 ? words.registerNow : words.register}
                </Button>
              )}
              {own.length > 0 && (
                <Button component={Link} to={`/${row.year}/ballot#suggestions`} variant="default">
                  {words.toRegister}
                </Button>
              )}
            </Group>
          </Stack>
        </Panel>
      )}
    </>
  )
}
