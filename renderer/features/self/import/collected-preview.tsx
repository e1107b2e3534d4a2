import { Button, Text } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import type { Collected, CollectedSelf } from './collect-self.ts'
import { PeopleTable } from './people-table.tsx'
import { useSaveCollected } from './use-save-collected.ts'

type CollectedPreviewProps = {
  readonly name: string
  readonly title: string
  readonly lead: string
  readonly component: SelfComponent
  readonly people: readonly CollectedSelf[]
  readonly problems: Collected['problems']
  /** Where they came as files, a problem says in which one. */
  readonly asFiles: boolean
  /** What the log of changes says of it. */
  readonly done?: (people: number) => string
  /** What found nobody. */
  readonly children?: ReactNode
  /** `partly`: scores were stored that wait for others in the form to type into. */
  readonly onClose: (partly: boolean) => void
}

/** Self-assessments that came in, before anything is changed: whose, and what of them needs a person. */
export function CollectedPreview(props: CollectedPreviewProps) {
  const { name, title, lead, component, people, problems, asFiles, done, children, onClose } = props
  const { instructors } = useYearData().evaluation
  const labels = useMemo(() => personLabels(instructors), [instructors])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { save, progress } = useSaveCollected()
  const words = SELF.preview
  const taken = people.filter(
    ({ instructor, state }) => state !== 'nothing' && state !== 'same' && !left.has(instructor.id),
  )
  const store = async () => {
    const saved = await save(taken, done)
    if (saved !== null) onClose(saved.partly)
  }
  return (
    <Page
      name={name}
      title={title}
      lead={lead}
      actions={
        <>
          <Button variant="default" onClick={() => onClose(false)} disabled={progress !== null}>
            {words.back}
          </Button>
          <Button onClick={() => void store()} disabled={taken.length === 0} loading={progress !== null}>
            {progress ? words.saving(progress.done, progress.total) : words.save(taken.length)}
          </Button>
        </>
      }
    >
      {problems.length > 0 && (
        <Panel
          name="problems"
          title={`${words.problemsTitle}（${problems.length}）`}
          aside={
            asFiles && (
              <Text size="sm" c="dimmed">
                {words.problemsHint}
              </Text>
            )
          }
          flush
        >
          <PlainTable
            label={words.problemsTitle}
            columns={[
              { title: SELF.person, width: 150 },
              ...(asFiles ? [{ title: words.file }] : []),
              { title: words.where },
            ]}
            rows={problems.map((problem, index) => ({
              key: String(index),
              cells: [problem.name, ...(asFiles ? [problem.path] : []), problem.words],
            }))}
          />
        </Panel>
      )}
      {children}
      <Panel name="people" title={words.people} flush>
        <PeopleTable
          component={component}
          people={people}
          labels={labels}
          problems={asFiles ? problems : []}
          left={left}
          onTake={(id, take) => {
            const next = new Set(left)
            if (take) next.delete(id)
            else next.add(id)
            setLeft(next)
          }}
        />
      </Panel>
    </Page>
  )
}
