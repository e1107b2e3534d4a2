import { Anchor, Text, UnstyledButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { SCORE } from '#renderer/strings/score.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { gapGroups } from '#shared/domain/score/gap-groups.ts'

const words = SCORE.gaps
/** More names than this are folded away. */
const SHOWN = 10

/** What is missing and for whom: it stands before any total. */
export function GapsPanel() {
  const { gaps } = useYearData()
  const groups = useMemo(() => gapGroups(gaps), [gaps])
  const people = new Set(gaps.map(gap => gap.instructor.id)).size
  if (groups.length === 0)
    return (
      <Panel title={words.title} name="gaps">
        <StateMark tone="complete">{words.none}</StateMark>
      </Panel>
    )
  return (
    <Panel
      title={words.title}
      name="gaps"
      flush
      aside={
        <Text size="sm" c="dimmed">
          {words.aside(gaps.length, people)}
        </Text>
      }
    >
      <PlainTable
        label={words.title}
        columns={[
          { title: words.what, width: 180 },
          { title: words.effect, width: 170 },
          { title: words.count, align: 'right', width: 60 },
          { title: words.people },
        ]}
        rows={groups.map(group => ({
          key: group.key,
          cells: [
            group.what,
            <StateMark key="effect" tone={group.blocks ? 'lacking' : 'quiet'}>
              {group.effect}
            </StateMark>,
            group.people.length,
            <Names key="people" people={group.people} />,
          ],
        }))}
      />
    </Panel>
  )
}

function Names({ people }: { readonly people: readonly Instructor[] }) {
  const { row, evaluation } = useYearData()
  const labels = useMemo(() => personLabels(evaluation.instructors), [evaluation.instructors])
  const [open, setOpen] = useState(false)
  const shown = open ? people : people.slice(0, SHOWN)
  return (
    <>
      {shown.map((person, index) => (
        <span key={person.id}>
          {index > 0 && '、'}
          <Anchor component={Link} to={`/${row.year}/people/${person.id}`} inherit underline="always">
            {labels.get(person.id)}
          </Anchor>
        </span>
      ))}
      {people.length > SHOWN && (
        <UnstyledButton onClick={() => setOpen(!open)} ml={6} c="dimmed" fz="inherit" aria-expanded={open}>
          {open ? words.less : words.more(people.length)}
        </UnstyledButton>
      )}
    </>
  )
}
