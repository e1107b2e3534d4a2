import { Grid } from '@mantine/core'
import { useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PERSON } from '#renderer/strings/person.ts'
import { KIND_WORDS } from '#shared/domain/roster/words.ts'
import { ArithmeticPanel } from './arithmetic-panel.tsx'
import { ChartsPanel } from './charts-panel.tsx'
import { IdentityPanel } from './identity-panel.tsx'
import { MediansPanel } from './medians-panel.tsx'
import { NobodyPage } from './nobody-page.tsx'
import { type Origin, peopleInOrder } from './people-order.ts'
import { PersonActions } from './person-actions.tsx'
import { SummaryPanel } from './summary-panel.tsx'
import { YearPanel } from './year-panel.tsx'

/** One instructor: the result, and every step from the counts to it. */
export function PersonPage() {
  const data = useYearData()
  const { person: id } = useParams()
  const [search] = useSearchParams()
  const origin: Origin = search.get('from') === 'roster' ? 'roster' : 'score'
  const order = useMemo(() => peopleInOrder(data, origin), [data, origin])
  const person = data.score.people.find(each => each.instructor.id === id)
  if (!person) return <NobodyPage year={data.row.year} />
  const { instructor } = person
  return (
    <Page
      name="person"
      title={instructor.name}
      lead={[instructor.unit, instructor.posting, KIND_WORDS.get(instructor.kind)].filter(Boolean).join('　')}
      actions={<PersonActions year={data.row.year} order={order} id={instructor.id} origin={origin} />}
    >
      <SummaryPanel person={person} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <ChartsPanel person={person} kind="components" />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <ChartsPanel person={person} kind="groups" />
        </Grid.Col>
      </Grid>
      <ArithmeticPanel key={instructor.id} person={person} />
      <MediansPanel person={person} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <YearPanel person={person} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <IdentityPanel instructor={instructor} title={PERSON.identity} />
        </Grid.Col>
      </Grid>
    </Page>
  )
}
