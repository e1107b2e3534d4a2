import { Fragment } from 'react'
import { Page } from '#renderer/components/page.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { BALLOT } from '#renderer/strings/ballot.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import { roundWords } from '#shared/domain/ballot/round-words.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { ManualCounts } from './manual-counts/manual-counts.tsx'
import { MeetingPanel } from './meeting-panel.tsx'
import { MeetingsPanel } from './meetings-panel.tsx'
import { SuggestionRegister } from './register/suggestion-register.tsx'
import { TallyPanel } from './tally-panel.tsx'

/** The meetings after the count, read only: numbers of ballots, and counts per person. */
export function BallotPage() {
  const { scheme, meetings, plans = [], closed } = useYearData().evaluation
  const components = ballotComponents(scheme).map(component => ({
    component,
    own: meetings.filter(meeting => meetingComponent(meeting, scheme)?.id === component.id),
  }))
  return (
    <Page name="ballot" title={BALLOT.title} lead={BALLOT.lead}>
      {/* Nothing can be prepared in a closed year. */}
      {(!closed || plans.length > 0 || meetings.length === 0) && <MeetingsPanel />}
      <ManualCounts />
      <SuggestionRegister />
      {components.map(({ component, own }) => (
        <Fragment key={component.id}>
          {own.map(meeting => (
            <MeetingPanel
              key={meeting.id}
              meeting={meeting}
              component={component}
              round={roundWords(meeting, { meetings, plans })}
            />
          ))}
          {own.length > 0 && <TallyPanel component={component} />}
        </Fragment>
      ))}
    </Page>
  )
}
