import { QrCode } from '#renderer/components/qr-code.tsx'
import { PROJECTOR } from '#renderer/strings/projector.ts'
import type { MeetingStatus } from '#shared/contract/meeting.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { ProgressBars } from './progress-bars.tsx'
import classes from './projector.module.css'

type BoxViewProps = { readonly plan: MeetingPlan; readonly status: MeetingStatus | null }

/** Before the count: title and place, then the way to the ballot page and how many have voted. Nothing depends on a mark. */
export function BoxView({ plan, status }: BoxViewProps) {
  if (status === null || status.phase === 'created') return <Calm words={PROJECTOR.before} plan={plan} />
  if (status.phase === 'sealed' && status.station)
    return <Voting plan={plan} status={status} url={status.station.url} />
  if (status.phase === 'sealed') {
    const begun = status.groups.some(group => group.voted > 0)
    return <Calm words={begun ? PROJECTOR.paused : PROJECTOR.sealed} plan={plan} />
  }
  if (status.phase === 'closed')
    return (
      <div data-view="closed">
        <div className={classes['calm']}>
          <h2>{PROJECTOR.closed}</h2>
        </div>
        <ProgressBars plan={plan} status={status} words={PROJECTOR.voted} />
      </div>
    )
  return <Calm words={PROJECTOR.counted} plan={plan} />
}

export function Calm({ words, plan }: { readonly words: string; readonly plan?: MeetingPlan }) {
  const when = [plan?.date, plan?.time].filter(Boolean).join('　')
  return (
    <div className={classes['calm']} data-view="calm">
      <h2>{words}</h2>
      {when !== '' && <p>{when}</p>}
      {plan?.place !== undefined && <p>{plan.place}</p>}
    </div>
  )
}

type VotingProps = { readonly plan: MeetingPlan; readonly status: MeetingStatus; readonly url: string }

function Voting({ plan, status, url }: VotingProps) {
  const { steps } = PROJECTOR
  const wifi = plan.station?.wifi
  return (
    <div className={classes['voting']} data-view="voting">
      <div className={classes['join']}>
        <div className={classes['qr']}>
          <QrCode text={url} label={PROJECTOR.page} size={400} />
        </div>
        <span className={classes['quiet']}>{PROJECTOR.address}</span>
        <p className={classes['address']} data-address>
          {url}
        </p>
      </div>
      <div className={classes['side']}>
        <ol className={classes['steps']}>
          <li>{wifi === undefined ? steps.anyWifi : steps.wifi(wifi)}</li>
          <li>{steps.scan}</li>
          <li>{steps.code}</li>
        </ol>
        <ProgressBars plan={plan} status={status} words={PROJECTOR.voted} />
        <span className={classes['quiet']}>{PROJECTOR.stepsOfFive}</span>
      </div>
    </div>
  )
}
