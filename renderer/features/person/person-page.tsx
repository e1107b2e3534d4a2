import { Grid, Stack } from '@mantine/core'
import { useContext, useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { Page } from '#renderer/components/page.tsx'
import { PrintNotesContext } from '#renderer/components/panel-print.ts'
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
import { YearsPanel } from './years-panel.tsx'

/** One instructor: the result, and every step from the counts to it. */
export function PersonPage() {
  const data = useYearData()
  const { person: id } = useParams()
  const [search] = useSearchParams()
  const origin: Origin = search.get('from') === 'roster' ? 'roster' : 'score'
  const order = useMemo(() => peopleInOrder(data, origin), [data, origin])
  const notes = useContext(PrintNotesContext)
  const person = data.score.people.find(each => each.instructor.id === id)
  if (!person) return <NobodyPage year={data.row.year} />
  const { instructor } = person
  // On paper nothing else says whose figures they are.
  const named = [[instructor.name, instructor.unit].filter(Boolean).join('　'), ...notes]
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
      <PrintNotesContext value={named}>
        <ArithmeticPanel key={instructor.id} person={person} />
      </PrintNotesContext>
      <MediansPanel person={person} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <YearPanel person={person} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <IdentityPanel instructor={instructor} title={PERSON.identity} />
            <YearsPanel person={person} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  )
}
