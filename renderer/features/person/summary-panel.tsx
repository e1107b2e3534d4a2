import { Stack, Text } from '@mantine/core'
import { Facts } from '#renderer/components/facts.tsx'
import { MissingMark } from '#renderer/components/missing-mark.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PERSON } from '#renderer/strings/person.ts'
import { SCORE } from '#renderer/strings/score.ts'
import { lastDecisions } from '#shared/domain/decision/decision.ts'
import { LEAVING_WORDS } from '#shared/domain/roster/words.ts'
import type { AnnualScore } from '#shared/domain/score/annual-score.ts'
import { SUGGESTION_WORDS } from '#shared/domain/score/words.ts'
import { decidedWords, proposedWords, remarks } from '#shared/sheets/score-words.ts'

/** The person's result in one line, and what a person must confirm. */
export function SummaryPanel({ person }: { readonly person: AnnualScore }) {
  const { evaluation, results } = useYearData()
  const { scheme } = evaluation
  const result = results.results.find(each => each.instructor === person.instructor.id)
  const ranked = results.results.filter(each => each.rank !== null).length
  const decision = lastDecisions(evaluation.decisions).get(person.instructor.id)
  const { left } = person.instructor
  const lines = [...(left ? [PERSON.leftText(left.date, LEAVING_WORDS[left.reason])] : []), ...remarks(person, scheme)]
  return (
    <Panel name="summary">
      <Stack gap="md">
        <Facts
          facts={[
            {
              label: PERSON.total,
              value: result?.total ?? <MissingMark>{SCORE.gaps.blocks}</MissingMark>,
            },
            {
              label: PERSON.rank,
              value: person.rank === null ? PERSON.noRank : PERSON.rankText(person.rank),
              note: PERSON.rankNote(ranked),
            },
            {
              label: PERSON.proposed,
              value: (
                <ToneBadge
                  tone={toneOf(
                    scheme.grades.findIndex(grade => grade.id === person.proposed?.id),
                    scheme.grades.length,
                  )}
                >
                  {proposedWords(person)}
                </ToneBadge>
              ),
              note: decision ? PERSON.decided(decidedWords(decision, scheme), decision.by) : PERSON.undecided,
            },
            {
              label: PERSON.suggestion,
              value:
                person.suggestion.map(suggestion => SUGGESTION_WORDS[suggestion]).join('、') || PERSON.noSuggestion,
            },
          ]}
        />
        {lines.length > 0 && (
          <Notice>
            <Text fw={600} size="sm">
              {PERSON.remarks}
            </Text>
            {lines.map(line => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
          </Notice>
        )}
      </Stack>
    </Panel>
  )
}
