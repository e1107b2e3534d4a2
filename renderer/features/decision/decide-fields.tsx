import { Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { DateField } from '#renderer/components/date-field.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { type DecisionProblem, kindOf, needsClause, needsReason } from '#shared/domain/decision/decide.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import type { Sitting } from './use-sitting.ts'
import type { VerdictDraft } from './verdict-draft.ts'

const words = DECISION.form

type DecideFieldsProps = {
  readonly standing: Standing
  readonly value: VerdictDraft
  readonly onValue: (value: VerdictDraft) => void
  readonly sitting: Sitting
  readonly onSitting: (sitting: Sitting) => void
  readonly problems: readonly DecisionProblem[]
  readonly recovered: boolean
}

/** The radio that stands for no grade; no id holds a space. */
const NONE = ' '

/** The grade, why, on what clause, by whom and when. What is asked for follows from the grade chosen. */
export function DecideFields(props: DecideFieldsProps) {
  const { standing, value, onValue, sitting, onSitting, problems, recovered } = props
  const { grades } = useYearData().evaluation.scheme
  const reviewing = standing.stage === 'reviewing'
  const choice = value.choice
  const problem = (...codes: readonly DecisionProblem[]) => {
    const found = codes.find(code => problems.includes(code))
    return found === undefined ? undefined : DECISION.problems[found]
  }
  const options = [
    ...grades.map(grade => ({ value: String(grade.id), label: grade.label })),
    { value: NONE, label: DECISION.noGrade },
  ]
  return (
    <Stack gap="sm">
      {recovered && (
        <Text size="xs" c="dimmed">
          {words.recovered}
        </Text>
      )}
      <Radio.Group
        label={words.grade}
        description={words.keys}
        value={choice === null ? '' : (choice.final ?? NONE)}
        onChange={picked => onValue({ ...value, choice: { final: picked === NONE ? null : picked } })}
      >
        <Group gap="md" mt={6}>
          {options.map((option, index) => (
            <Radio key={option.value} value={option.value} label={`${index + 1} ${option.label}`} />
          ))}
        </Group>
      </Radio.Group>
      {choice && (
        <Text size="xs" c="dimmed">
          {words.kind(DECISION.kinds[kindOf(standing, choice.final)])}
        </Text>
      )}
      <Textarea
        label={words.reason}
        placeholder={words.reasonHint}
        withAsterisk={choice !== null && needsReason(standing, choice.final)}
        autosize
        minRows={2}
        maxRows={6}
        value={value.reason}
        error={problem('reason-missing')}
        onChange={event => onValue({ ...value, reason: event.currentTarget.value })}
      />
      <TextInput
        label={words.clause}
        placeholder={words.clauseHint}
        withAsterisk={choice !== null && needsClause(standing, choice.final)}
        value={value.clause}
        error={problem('clause-missing')}
        onChange={event => onValue({ ...value, clause: event.currentTarget.value })}
      />
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          label={reviewing ? DECISION.sitting.reviewer : DECISION.sitting.by}
          placeholder={reviewing ? DECISION.sitting.reviewerHint : DECISION.sitting.byHint}
          withAsterisk
          value={reviewing ? value.by : sitting.by}
          error={problem('by-missing', 'reviewer-decided')}
          onChange={event => {
            const by = event.currentTarget.value
            if (reviewing) onValue({ ...value, by })
            else onSitting({ ...sitting, by })
          }}
        />
        <DateField
          label={DECISION.sitting.date}
          withAsterisk
          w={160}
          value={sitting.date}
          error={problem('date-missing', 'date-before-last')}
          onChange={date => onSitting({ ...sitting, date })}
        />
      </Group>
    </Stack>
  )
}
