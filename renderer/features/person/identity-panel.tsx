import { DataList } from '@mantine/core'
import { maskPhone } from '#renderer/components/mask-phone.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PERSON } from '#renderer/strings/person.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { KIND_WORDS, LEAVING_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import { variantFor } from '#shared/domain/scheme/effective-scheme.ts'

type IdentityPanelProps = { readonly instructor: Instructor; readonly title: string }

/** What the roster knows of the person; what it does not know is left out. */
export function IdentityPanel({ instructor, title }: IdentityPanelProps) {
  const { scheme } = useYearData().evaluation
  const { grades } = scheme
  const { level, engagedFrom, engagedTo, left, history = [] } = instructor
  const gradeName = (id: string) => grades.find(grade => grade.id === id)?.label ?? id
  const facts = [
    { label: PERSON.unit, text: instructor.unit },
    { label: PERSON.posting, text: instructor.posting },
    { label: PERSON.variant, text: variantFor(scheme, instructor.posting)?.name },
    { label: PERSON.kind, text: KIND_WORDS.get(instructor.kind) },
    { label: PERSON.level, text: level && (LEVEL_WORDS.get(level) ?? level) },
    { label: PERSON.sex, text: instructor.sex },
    { label: PERSON.birthYear, text: instructor.birthYear?.toString() },
    { label: PERSON.education, text: instructor.education },
    { label: PERSON.training, text: instructor.training },
    {
      label: PERSON.engaged,
      text: engagedFrom && engagedTo ? PERSON.engagedText(engagedFrom, engagedTo) : (engagedFrom ?? engagedTo),
    },
    { label: PERSON.left, text: left && PERSON.leftText(left.date, LEAVING_WORDS[left.reason]) },
    { label: PERSON.phone, text: instructor.phone && maskPhone(instructor.phone) },
    {
      label: PERSON.history,
      text: history
        .toSorted((a, b) => b.year - a.year)
        .map(entry => PERSON.historyText(entry.year, gradeName(entry.grade)))
        .join('，'),
    },
  ].filter(fact => fact.text)
  return (
    <Panel title={title} name="identity">
      <DataList size="sm" labelWidth={100} gap={6}>
        {facts.map(fact => (
          <DataList.Item key={fact.label}>
            <DataList.ItemLabel>{fact.label}</DataList.ItemLabel>
            <DataList.ItemValue>{fact.text}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Panel>
  )
}
