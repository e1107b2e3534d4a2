import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Notice } from '#renderer/components/notice.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Duty } from '#shared/domain/rating/duties.ts'
import { unplacedDuties, withoutSource } from '#shared/domain/rating/unplaced-duties.ts'
import { type RatingComponent, ratingComponents } from '#shared/domain/scheme/scheme.ts'

const words = RATING.unplaced

type UnplacedNoticeProps = { readonly component: RatingComponent; readonly duties: readonly Duty[] }

/** Whom no union is known for, and what settles it for all of them at once. */
export function UnplacedNotice({ component, duties }: UnplacedNoticeProps) {
  const { row, evaluation } = useYearData()
  const change = useTellingChange()
  const { noPosting, elsewhere } = unplacedDuties(component, duties)
  if (noPosting.length === 0 && elsewhere.length === 0) return null
  const all = ratingComponents(evaluation.scheme).flatMap(({ sources }) => sources.map(({ id }) => id))
  return (
    <Notice>
      <Stack gap="xs">
        {noPosting.length > 0 && (
          <Group gap="sm">
            <Text size="sm">{words.noPosting(noPosting.length)}</Text>
            <Button component={Link} to={`/${row.year}/roster`} size="compact-sm" variant="default">
              {words.toRoster}
            </Button>
          </Group>
        )}
        {elsewhere.map(({ source, people }) => (
          <Group key={source.id} gap="sm">
            <Text size="sm">{words.elsewhere(people.length, source.name)}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                const ids = new Set(people.map(({ id }) => id))
                void change(words.settled(people.length, source.name), current => ({
                  ...current,
                  instructors: withoutSource(current.instructors, ids, source.id, all),
                }))
              }}
            >
              {words.settle(source.name)}
            </Button>
          </Group>
        ))}
      </Stack>
    </Notice>
  )
}
