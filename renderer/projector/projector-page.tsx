import { useCallback } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useProjectedMeeting, useReleased } from '#renderer/db/hooks/use-projected.ts'
import { useYearData, useYearState, YearContext } from '#renderer/db/hooks/use-year-data.ts'
import { PROJECTOR } from '#renderer/strings/projector.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { planComponent } from '#shared/domain/ballot/plan/plan-component.ts'
import { BoxView, Calm } from './box-view.tsx'
import { Clock } from './clock.tsx'
import classes from './projector.module.css'
import { ResultsView } from './results-view.tsx'
import { ScreenControls } from './screen-controls.tsx'
import { useProjectedStatus } from './use-projected-status.ts'

/** The big screen of a year: the meeting of the address, or the one that the operator put there. Outside of the app's frame. */
export function ProjectorPage() {
  const { year = '' } = useParams()
  const state = useYearState(/^\d{4}$/.test(year) ? Number(year) : null)
  return (
    <YearContext value={state}>
      {state === 'loading' ? null : state === 'absent' ? <Empty /> : <ChosenMeeting />}
    </YearContext>
  )
}

function ChosenMeeting() {
  const { row, evaluation } = useYearData()
  const { meeting } = useParams()
  const [projected] = useProjectedMeeting(row.year)
  const { plans = [], meetings } = evaluation
  const held = new Set<string>(meetings.map(each => each.id))
  const wanted = meeting ?? projected
  const plan = plans.find(each => each.id === wanted) ?? plans.findLast(each => !held.has(each.id)) ?? plans.at(-1)
  return plan ? <Screen key={plan.id} plan={plan} /> : <Empty />
}

function Screen({ plan }: { readonly plan: MeetingPlan }) {
  const { row, evaluation } = useYearData()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const held = evaluation.meetings.some(meeting => meeting.id === plan.id)
  const status = useProjectedStatus(row.year, plan.id, !held)
  const [released] = useReleased(row, plan.id)
  const component = planComponent(plan, evaluation.scheme)
  const leave = useCallback(() => void navigate(`/${row.year}/ballot/${plan.id}`), [navigate, row.year, plan.id])
  return (
    <main className={classes['screen']} data-page="projector">
      <header className={classes['top']}>
        <h1 className={classes['title']}>{plan.title}</h1>
        <Clock />
      </header>
      <div className={classes['body']}>
        {!held && <BoxView plan={plan} status={status} />}
        {held && (released.kind === 'nothing' || !component) && <Calm words={PROJECTOR.counted} />}
        {held && released.kind !== 'nothing' && component && <ResultsView component={component} released={released} />}
      </div>
      <footer className={classes['foot']}>
        <span>
          {status?.phase === 'sealed' && status.fingerprint !== null && (
            <>
              {PROJECTOR.fingerprint} <code data-fingerprint>{status.fingerprint}</code>
            </>
          )}
        </span>
        <ScreenControls leave={search.has('public') ? leave : null} />
      </footer>
    </main>
  )
}

function Empty() {
  return (
    <main className={classes['screen']} data-page="projector">
      <div className={classes['body']}>
        <Calm words={PROJECTOR.noMeeting} />
      </div>
    </main>
  )
}
