import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Notice } from '#renderer/components/notice.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { PERSON } from '#renderer/strings/person.ts'
import { poolWords } from '#renderer/strings/pool-words.ts'
import { poolOf, type QuotaUse } from '#shared/domain/decision/quota-use.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { KIND_WORDS } from '#shared/domain/roster/words.ts'
import { proposedWords } from '#shared/sheets/score-words.ts'
import { GradeWord } from './grade-word.tsx'
import { attention } from './worklist-columns.tsx'

const words = DECISION.form

type DecideFactsProps = {
  readonly standing: Standing
  readonly quota: readonly QuotaUse[]
  /** The grade picked just now, so that the places are shown as they would be. */
  readonly choice: { readonly final: string | null } | null
}

/** What the committee must have before its eyes: result, proposal, what is special, and the places. */
export function DecideFacts({ standing, quota, choice }: DecideFactsProps) {
  const { row, evaluation } = useYearData()
  const { scheme } = evaluation
  const { instructor, score, last } = standing
  const top = scheme.grades[0]?.id
  const use = quota.find(each => each.pool === poolOf(instructor, scheme))
  const lines = attention(standing, scheme)
  const adds = choice?.final === top && last?.final !== top ? 1 : 0
  const over = use ? use.used + adds - use.places : 0
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {[instructor.unit, instructor.posting, KIND_WORDS.get(instructor.kind)].filter(Boolean).join('　')}
      </Text>
      <Group gap="lg">
        <Text>
          {PERSON.total} <strong>{score.printedTotal ?? '—'}</strong>
        </Text>
        <Text>{score.rank === null ? PERSON.noRank : PERSON.rankText(score.rank)}</Text>
        <Group gap={6}>
          <Text>{DECISION.list.proposed}</Text>
          <GradeWord id={score.proposed?.id ?? null} scheme={scheme} none={proposedWords(score)} />
        </Group>
        <Anchor component={Link} to={`/${row.year}/people/${instructor.id}`} size="sm">
          {words.steps}
        </Anchor>
      </Group>
      {lines.length > 0 && (
        <Notice>
          {lines.map(line => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
          {standing.need === 'blocked' && standing.stage === 'open' && <Text size="sm">{words.blockedHint}</Text>}
        </Notice>
      )}
      {use && (
        <Text size="sm" c={over > 0 ? 'var(--pingyi-lack)' : 'dimmed'} role="status">
          {over > 0 && adds > 0
            ? words.overQuota(poolWords(use.pool, scheme), over)
            : DECISION.quota.line(poolWords(use.pool, scheme), use.places, use.used, use.waiting, use.free)}
        </Text>
      )}
    </Stack>
  )
}
