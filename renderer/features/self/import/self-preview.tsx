import { Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReadFile } from '#renderer/collect/use-read-forms.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { collectSelf } from './collect-self.ts'
import { CollectedPreview } from './collected-preview.tsx'
import { UnknownTable } from './unknown-table.tsx'

type SelfPreviewProps = {
  readonly component: SelfComponent
  readonly files: readonly ReadFile[]
  /** `partly`: scores were stored that wait for others in the form to type into. */
  readonly onClose: (partly: boolean) => void
}

/** The self-assessments and attachments that files bring. */
export function SelfPreview({ component, files, onClose }: SelfPreviewProps) {
  const { evaluation } = useYearData()
  const [given, setGiven] = useState<ReadonlyMap<string, string>>(new Map())
  const { people, problems, unknown } = useMemo(
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
  return (
    <CollectedPreview
      name="self-preview"
      title={words.title}
      lead={words.lead(people.length, files.length)}
      component={component}
      people={people}
      problems={problems}
      asFiles
      onClose={onClose}
    >
      {unknown.length > 0 && (
        <Panel
          name="unknown"
          title={words.unknown(unknown.length)}
          aside={
            <Text size="sm" c="dimmed">
              {words.unknownHint}
            </Text>
          }
          flush
        >
          <UnknownTable
            unknown={unknown}
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
    </CollectedPreview>
  )
}
