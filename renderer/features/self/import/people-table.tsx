import { Checkbox, Text } from '@mantine/core'
import { OnlineFiles } from '#renderer/collect/online/online-files.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { ToneBadge } from '#renderer/components/tone-badge.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import type { SelfDraft } from '#shared/domain/self/self.ts'
import { selfCells, selfCellsTotal } from '#shared/domain/self/self-entry.ts'
import { WORKLOAD_FIELDS, WORKLOAD_WORDS } from '#shared/domain/self/workload.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'
import type { CollectedProblem, CollectedSelf } from './collect-self.ts'

type PeopleTableProps = {
  readonly component: SelfComponent
  readonly people: readonly CollectedSelf[]
  /** People's names, those of namesakes with what tells them apart. */
  readonly labels: ReadonlyMap<string, string>
  readonly problems: readonly CollectedProblem[]
  readonly left: ReadonlySet<string>
  readonly onTake: (id: string, take: boolean) => void
}

const TONES = { fresh: 'good', updated: 'fair', same: 'plain', nothing: 'plain' } as const

/** Whom the files are about, and what of each record they bring. */
export function PeopleTable({ component, people, labels, problems, left, onTake }: PeopleTableProps) {
  const words = SELF.preview
  const { year } = useYearData().evaluation
  return (
    <PlainTable
      label={words.people}
      columns={[
        { title: words.take, width: 50 },
        { title: SELF.person, width: 150 },
        { title: words.state, width: 200 },
        { title: words.files },
        { title: SELF.summary, align: 'right', width: 90 },
        { title: SELF.drawerWork, width: 260 },
        { title: SELF.score, align: 'right', width: 90 },
      ]}
      rows={people.map(({ instructor, form, files, online = [], state, changes = '' }) => {
        const read = form?.read ?? null
        const wrong = problems.filter(problem => problem.path === form?.path).length
        const name = labels.get(instructor.id) ?? instructor.name
        const idle = state === 'nothing' || state === 'same'
        return {
          key: instructor.id,
          cells: [
            <Checkbox
              key="take"
              size="xs"
              aria-label={words.takeOf(name)}
              disabled={idle}
              checked={!idle && !left.has(instructor.id)}
              onChange={event => onTake(instructor.id, event.currentTarget.checked)}
            />,
            name,
            <div key="state">
              <ToneBadge tone={TONES[state]}>{words[state]}</ToneBadge>
              {wrong > 0 && (
                <Text span size="xs" c="var(--pingyi-lack)" ml={6}>
                  {words.problems(wrong)}
                </Text>
              )}
              {changes !== '' && (
                <Text size="xs" c="dimmed" mt={2}>
                  {changes}
                </Text>
              )}
            </div>,
            <div key="files">
              {[...(form ? [form.path] : []), ...files.map(file => file.path)].join('、')}
              <OnlineFiles year={year} files={online} />
            </div>,
            read?.summary ? SELF.summaryLength([...read.summary.replaceAll(/\s/g, '')].length) : '—',
            workWords(read),
            scoreWords(read, component),
          ],
        }
      })}
    />
  )
}

function workWords(read: SelfDraft | null): string {
  const parts = WORKLOAD_FIELDS.flatMap(field => {
    const figure = read?.workload?.[field]
    return figure === undefined ? [] : [`${WORKLOAD_WORDS[field].label} ${figure}`]
  })
  return parts.length === 0 ? '—' : parts.join('，')
}

function scoreWords(read: SelfDraft | null, component: SelfComponent): string {
  if (!read) return '—'
  const total = selfCellsTotal(selfCells(read), component)
  return total === null ? '—' : roundHalfUp(total, 2)
}
