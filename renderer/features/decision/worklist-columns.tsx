import { Anchor, Stack, Text } from '@mantine/core'
import { CutText } from '#renderer/components/cut-text.tsx'
import type { Column } from '#renderer/components/data-table/column.ts'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { DECISION } from '#renderer/strings/decision.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { LEAVING_WORDS } from '#shared/domain/roster/words.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import { rational } from '#shared/lib/rational.ts'
import { proposedWords, remarks } from '#shared/sheets/score-words.ts'
import { GradeWord } from './grade-word.tsx'

const words = DECISION.list

/** One line per person: the result, what needs a person, what was decided. */
export function worklistColumns(scheme: Scheme, open: (standing: Standing) => void): readonly Column<Standing>[] {
  const least = Number.MAX_SAFE_INTEGER
  return [
    {
      id: 'rank',
      title: words.rank,
      align: 'right',
      width: 56,
      compare: (a, b) => (a.score.rank ?? least) - (b.score.rank ?? least),
      cell: ({ score }) => score.rank ?? '—',
    },
    {
      id: 'name',
      title: words.person,
      cell: standing => (
        <Anchor
          component="button"
          type="button"
          data-row-link
          inherit
          fw={600}
          style={{ whiteSpace: 'nowrap' }}
          onClick={() => open(standing)}
        >
          {standing.instructor.name}
        </Anchor>
      ),
    },
    {
      id: 'posting',
      title: words.posting,
      cell: ({ instructor }) => <CutText width={110}>{instructor.posting ?? instructor.unit}</CutText>,
    },
    {
      id: 'total',
      title: words.total,
      align: 'right',
      compare: (a, b) => rational(a.score.printedTotal ?? -1).compare(b.score.printedTotal ?? -1),
      cell: ({ score }) => <strong>{score.printedTotal ?? '—'}</strong>,
    },
    {
      id: 'proposed',
      title: words.proposed,
      whole: true,
      cell: ({ score }) => <GradeWord id={score.proposed?.id ?? null} scheme={scheme} none={proposedWords(score)} />,
    },
    {
      id: 'remarks',
      title: words.remarks,
      cell: standing => (
        <Stack gap={0}>
          {attention(standing, scheme).map(line => (
            <Text key={line} size="xs">
              {line}
            </Text>
          ))}
        </Stack>
      ),
    },
    {
      id: 'final',
      title: words.final,
      whole: true,
      cell: ({ last }) => (last ? <GradeWord id={last.final} scheme={scheme} /> : ''),
    },
    {
      id: 'stage',
      title: words.stage,
      whole: true,
      width: 130,
      cell: standing => <StateMark tone={toneOfStage(standing)}>{stageWords(standing)}</StateMark>,
    },
  ]
}

/** What must be known before deciding: flags and notes, who has gone, and what changed since. */
export function attention({ score, instructor, stale }: Standing, scheme: Scheme): string[] {
  const { left } = instructor
  return [
    ...(left ? [words.left(left.date, LEAVING_WORDS[left.reason])] : []),
    ...(stale ? [words.changedSince] : []),
    ...remarks(score, scheme),
  ]
}

function stageWords({ stage, need }: Standing): string {
  return stage === 'open' ? DECISION.needs[need] : DECISION.stages[stage]
}

function toneOfStage({ stage, need, stale }: Standing): 'complete' | 'lacking' | 'quiet' {
  if (stale || stage === 'objected' || stage === 'reviewing') return 'lacking'
  if (stage === 'open') return need === 'confirm' ? 'quiet' : 'lacking'
  return 'complete'
}
