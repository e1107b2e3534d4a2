import { PROJECTOR } from '#renderer/strings/projector.ts'
import type { MeetingStatus } from '#shared/contract/meeting.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import classes from './projector.module.css'

type ProgressBarsProps = {
  readonly plan: MeetingPlan
  readonly status: MeetingStatus
  readonly words: (voted: number) => string
}

/** Per group how many have voted, in the host's steps of five, beside how many are expected. */
export function ProgressBars({ plan, status, words }: ProgressBarsProps) {
  return (
    <div className={classes['groups']} data-progress>
      {status.groups.map(group => {
        const expected = plan.groups.find(each => each.id === group.id)?.expected ?? 0
        const share = expected === 0 ? 0 : Math.min(100, (100 * group.voted) / expected)
        return (
          <div key={group.id} data-group={group.id}>
            <div className={classes['line']}>
              <span>{group.name}</span>
              <span>
                {words(group.voted)}
                <span className={classes['quiet']}>　{PROJECTOR.expected(expected)}</span>
              </span>
            </div>
            <div className={classes['track']} role="img" aria-label={`${group.name} ${words(group.voted)}`}>
              <div className={classes['done']} style={{ width: `${share}%` }} />
            </div>
          </div>
        )
      })}
    </div>
  )
}
