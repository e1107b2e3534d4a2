import { Accordion, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PERSON } from '#renderer/strings/person.ts'
import type { AnnualScore, ComponentScore } from '#shared/domain/score/annual-score.ts'
import { roundHalfUp, weightText } from '#shared/lib/rational.ts'
import { BallotSteps } from './ballot-steps.tsx'
import { GradeSteps } from './grade-steps-list.tsx'
import { RatingSteps } from './rating-steps.tsx'
import { SelfSteps } from './self-steps.tsx'
import { SumSteps } from './sum-steps.tsx'
import { contribution } from './weight-steps.ts'

const words = PERSON.steps

/** Every step from the counts to the total, component by component; each can be folded. */
export function ArithmeticPanel({ person }: { readonly person: AnnualScore }) {
  const { score, evaluation } = useYearData()
  const all = [...person.components.map(part => `component:${part.component.id}`), 'sum', 'grade']
  const [open, setOpen] = useState<string[]>(all)
  return (
    <Panel
      title={words.title}
      name="arithmetic"
      aside={
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(open.length > 0 ? [] : all)}>
          {open.length > 0 ? words.collapse : words.expand}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {words.lead}
      </Text>
      <Accordion multiple value={open} onChange={setOpen} variant="separated" transitionDuration={0} order={3}>
        {person.components.map(part => (
          <Accordion.Item
            key={part.component.id}
            value={`component:${part.component.id}`}
            data-step={part.component.id}
          >
            <Accordion.Control>
              <StepHead title={part.component.name} part={part} />
            </Accordion.Control>
            <Accordion.Panel>
              <ComponentSteps part={part} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
        <Accordion.Item value="sum" data-step="sum">
          <Accordion.Control>
            <StepHead title={PERSON.sum.title} result={person.printedTotal ?? words.missing} />
          </Accordion.Control>
          <Accordion.Panel>
            <SumSteps person={person} />
          </Accordion.Panel>
        </Accordion.Item>
        {person.printedTotal !== null && (
          <Accordion.Item value="grade" data-step="grade">
            <Accordion.Control>
              <StepHead title={PERSON.grade.title} />
            </Accordion.Control>
            <Accordion.Panel>
              <GradeSteps person={person} year={score} scheme={evaluation.scheme} />
            </Accordion.Panel>
          </Accordion.Item>
        )}
      </Accordion>
    </Panel>
  )
}

function ComponentSteps({ part }: { readonly part: ComponentScore }) {
  switch (part.kind) {
    case 'self':
      return <SelfSteps part={part} />
    case 'ballot':
      return <BallotSteps part={part} />
    case 'rating':
      return <RatingSteps part={part} />
  }
}

type StepHeadProps = { readonly title: string; readonly part?: ComponentScore; readonly result?: string }

/** A step's name with its result, so that the folded list still tells the whole story. */
function StepHead({ title, part, result }: StepHeadProps) {
  const score = part?.score ? roundHalfUp(part.score, 2) : part ? words.missing : result
  const used = part?.weight
  const share =
    part && contribution({ name: title, planned: part.component.weight, used: part.weight, score: part.score })
  return (
    <Group justify="space-between" wrap="nowrap" pr="sm">
      <Text fw={600}>{title}</Text>
      <Group gap="lg" wrap="nowrap">
        {used && share && (
          <Text size="sm" c="dimmed">
            {words.ofTotal(weightText(used), share)}
          </Text>
        )}
        {score !== undefined && (
          <Text fw={700} w={64} ta="right">
            {score}
          </Text>
        )}
      </Group>
    </Group>
  )
}
