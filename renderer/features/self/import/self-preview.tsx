import { Button, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReadFile } from '#renderer/collect/use-read-forms.ts'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { collectSelf } from './collect-self.ts'
import { PeopleTable } from './people-table.tsx'
import { UnknownTable } from './unknown-table.tsx'
import { useSaveCollected } from './use-save-collected.ts'

type SelfPreviewProps = {
  readonly component: SelfComponent
  readonly files: readonly ReadFile[]
  readonly onClose: () => void
}

/** What came in, before anything is changed: who, what of it needs a person, and what found nobody. */
export function SelfPreview({ component, files, onClose }: SelfPreviewProps) {
  const { evaluation } = useYearData()
  const [given, setGiven] = useState<ReadonlyMap<string, string>>(new Map())
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { save, progress } = useSaveCollected()
  const collected = useMemo(
    () =>
      collectSelf(files, {
        year: evaluation.year,
        instructors: evaluation.instructors,
        component,
        scheme: evaluation.scheme,
        self: evaluation.self,
        given,
      }),
    [files, evaluation, component, given],
  )
  const words = SELF.preview
  const taken = collected.people.filter(
    ({ instructor, state }) => state !== 'nothing' && state !== 'same' && !left.has(instructor.id),
  )
  const store = async () => {
    if (await save(taken)) onClose()
  }
  return (
    <Page
      name="self-preview"
      title={words.title}
      lead={words.lead(collected.people.length, files.length)}
      actions={
        <>
          <Button variant="default" onClick={onClose} disabled={progress !== null}>
            {words.back}
          </Button>
          <Button onClick={() => void store()} disabled={taken.length === 0} loading={progress !== null}>
            {progress ? words.saving(progress.done, progress.total) : words.save(taken.length)}
          </Button>
        </>
      }
    >
      {collected.problems.length > 0 && (
        <Panel
          name="problems"
          title={`${words.problemsTitle}（${collected.problems.length}）`}
          aside={<Hint>{words.problemsHint}</Hint>}
          flush
        >
          <PlainTable
            label={words.problemsTitle}
            columns={[{ title: SELF.person, width: 90 }, { title: words.file }, { title: words.where }]}
            rows={collected.problems.map((problem, index) => ({
              key: String(index),
              cells: [problem.name, problem.path, problem.words],
            }))}
          />
        </Panel>
      )}
      {collected.unknown.length > 0 && (
        <Panel
          name="unknown"
          title={words.unknown(collected.unknown.length)}
          aside={<Hint>{words.unknownHint}</Hint>}
          flush
        >
          <UnknownTable
            unknown={collected.unknown}
            people={evaluation.instructors}
            given={given}
            onGive={(path, id) => {
              const next = new Map(given)
              if (id === '') next.delete(path)
              else next.set(path, id)
              setGiven(next)
            }}
          />
        </Panel>
      )}
      <Panel name="people" title={words.people} flush>
        <PeopleTable
          component={component}
          people={collected.people}
          problems={collected.problems}
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

function Hint({ children }: { readonly children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  )
}
