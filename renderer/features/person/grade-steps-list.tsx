import { List, Text } from '@mantine/core'
import { PERSON } from '#renderer/strings/person.ts'
import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, YearScore } from '#shared/domain/score/annual-score.ts'
import { tenthsText } from '#shared/lib/largest-remainder.ts'
import { gradeSteps } from './grade-steps.ts'

type GradeStepsProps = { readonly person: AnnualScore; readonly year: YearScore; readonly scheme: Scheme }

/** From the total to rank, grade and suggestion, with the rates that the sheets print. */
export function GradeSteps({ person, year, scheme }: GradeStepsProps) {
  const { rates } = person
  return (
    <>
      <List size="sm" spacing={4} type="ordered">
        {gradeSteps(person, year, scheme).map(step => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      {rates && (
        <Text size="sm" c="dimmed" mt="xs">
          {PERSON.grade.rates(rates.denominator)}：
          {rates.categories.map(category => `${category.label} ${tenthsText(category.tenths)}%`).join('　')}
        </Text>
      )}
    </>
  )
}
