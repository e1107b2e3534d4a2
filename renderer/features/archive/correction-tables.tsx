import { Anchor, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { Correction } from './use-correction.ts'

const words = ARCHIVE.correction
/** Effects that are shown at once. */
const SHOWN = 5

/** Both figures of everybody corrected, the files attached since, and what would move for others. */
export function CorrectionTables({ correction: { changes, effects, attached } }: { readonly correction: Correction }) {
  const { scheme } = useYearData().evaluation
  const [all, setAll] = useState(false)
  const grade = (id: string | null) =>
    id === null ? words.noGrade : (scheme.grades.find(each => each.id === id)?.label ?? id)
  const moved = effects.filter(({ before, after }) => before.grade !== after.grade).length
  const shown = all ? effects : effects.slice(0, SHOWN)
  return (
    <>
      {changes.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>{words.changes(changes.length)}</Text>
          <PlainTable
            label={words.changes(changes.length)}
            columns={[{ title: words.person, width: 160 }, { title: words.before }, { title: words.after }]}
            rows={changes.map(({ instructor, name, before, after }) => ({
              key: instructor,
              cells: [
                name,
                `${before.total ?? words.noTotal}　${grade(before.grade)}`,
                `${after.total ?? words.noTotal}　${grade(after.grade)}`,
              ],
            }))}
          />
        </Stack>
      )}
      {attached.length > 0 && (
        <Text>
          {words.attached(attached.length)}：{attached.join('、')}
        </Text>
      )}
      {effects.length === 0 ? (
        changes.length > 0 && <Text c="dimmed">{words.noEffects}</Text>
      ) : (
        <Stack gap={4} data-effects={effects.length}>
          <Text fw={600}>{words.effects(moved, effects.length - moved)}</Text>
          <PlainTable
            label={words.effects(moved, effects.length - moved)}
            columns={[{ title: words.person, width: 160 }, { title: words.effectBefore }, { title: words.effectAfter }]}
            rows={shown.map(({ instructor, name, before, after }) => ({
              key: instructor,
              cells: [
                name,
                `${grade(before.grade)}　${words.rank(before.rank)}`,
                `${grade(after.grade)}　${words.rank(after.rank)}`,
              ],
            }))}
          />
          {effects.length > SHOWN && (
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setAll(!all)}>
              {all ? words.close : words.allEffects(effects.length)}
            </Anchor>
          )}
        </Stack>
      )}
    </>
  )
}
