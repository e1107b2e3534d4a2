import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { poolWords } from '#renderer/strings/pool-words.ts'
import { SCORE } from '#renderer/strings/score.ts'

const words = SCORE.quota

/** The places at the top grade, pool by pool. */
export function QuotaPanel() {
  const { row, evaluation, results } = useYearData()
  const { scheme, instructors } = evaluation
  const title = words.title(scheme.grades[0]?.label ?? '')
  if (!scheme.excellentQuota)
    return (
      <Panel title={title} name="quota" fill>
        <Text>{words.none}</Text>
      </Panel>
    )
  const names = personLabels(instructors)
  const tied = results.quota.flatMap(pool => pool.tied)
  return (
    <Panel title={title} name="quota" flush fill>
      <PlainTable
        label={title}
        columns={[
          { title: words.pool },
          { title: words.base, align: 'right' },
          { title: words.places, align: 'right' },
          { title: words.within, align: 'right' },
          { title: words.tied, align: 'right' },
          { title: words.over, align: 'right' },
        ]}
        rows={results.quota.map(pool => ({
          key: pool.pool,
          cells: [
            poolWords(pool.pool, scheme),
            pool.base,
            pool.places,
            pool.within.length,
            pool.tied.length,
            pool.over.length,
          ],
        }))}
      />
      <Text size="xs" c="dimmed" px="md" py="xs">
        {words.rule(scheme.excellentQuota.percent)}
        {tied.length > 0 && (
          <>
            。{words.tied}：
            {tied.map((id, index) => (
              <span key={id}>
                {index > 0 && '、'}
                <Anchor component={Link} to={`/${row.year}/people/${id}`} inherit underline="always">
                  {names.get(id)}
                </Anchor>
              </span>
            ))}
          </>
        )}
      </Text>
    </Panel>
  )
}
