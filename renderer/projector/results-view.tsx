import { Fragment } from 'react'
import type { Released } from '#renderer/db/hooks/use-projected.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { PROJECTOR } from '#renderer/strings/projector.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { Calm } from './box-view.tsx'
import classes from './projector.module.css'
import {
  groupBars,
  PEOPLE_A_PAGE,
  pageOf,
  partsOf,
  personBars,
  type ScoreBar,
  type ShareBar,
  scoreBars,
} from './release-rows.ts'

type ResultsViewProps = {
  readonly component: BallotComponent
  readonly released: Exclude<Released, { readonly kind: 'nothing' }>
}

/** What the chair has released, as bars with their figures. */
export function ResultsView({ component, released }: ResultsViewProps) {
  const { score, evaluation } = useYearData()
  if (released.kind === 'groups')
    return <Shares title={PROJECTOR.groups} bars={groupBars(score.people, component)} component={component} />
  const { people, page } = released
  if (released.kind === 'people' && component.scale.kind === 'grades') {
    const own = pageOf(personBars(score.people, component, evaluation.scheme), people, page, PEOPLE_A_PAGE)
    return <Shares title={titleOf(PROJECTOR.people, own)} bars={own.bars} component={component} />
  }
  const own = pageOf(scoreBars(score.people, component), people, page, PEOPLE_A_PAGE)
  return <Scores title={titleOf(PROJECTOR.ranking, own)} bars={own.bars} ranked={released.kind === 'ranking'} />
}

function titleOf(words: string, { page, pages }: { readonly page: number; readonly pages: number }): string {
  return pages === 1 ? words : `${words}　${PROJECTOR.pageOf(page + 1, pages)}`
}

type SharesProps = { readonly title: string; readonly bars: readonly ShareBar[]; readonly component: BallotComponent }

function Shares({ title, bars, component }: SharesProps) {
  if (bars.length === 0) return <Calm words={PROJECTOR.nothing} />
  // An option that nobody shown has, and that no one was asked for, needs no colour explained.
  const parts = partsOf(component).filter(
    ({ label, tone }) =>
      (tone !== 'faint' && tone !== 'plain') ||
      bars.some(bar => bar.parts.some(part => part.label === label && part.tenths > 0)),
  )
  return (
    <section className={classes['results']} data-view="results">
      <h2>{title}</h2>
      <div className={classes['legend']}>
        {parts.map(part => (
          <span key={part.label}>
            <i className={classes[part.tone]} />
            {part.label}
          </span>
        ))}
      </div>
      <div className={classes['bars']}>
        {bars.map(bar => (
          <Fragment key={bar.key}>
            <span className={classes['name']}>{bar.name}</span>
            <div
              className={classes['shares']}
              role="img"
              aria-label={`${bar.name}：${bar.parts.map(part => `${part.label} ${part.text}`).join('，')}`}
            >
              {bar.parts
                .filter(part => part.tenths > 0)
                .map(part => (
                  <div
                    key={part.label}
                    className={`${classes['share']} ${classes[part.tone]}`}
                    style={{ width: `${part.tenths / 10}%` }}
                  >
                    {part.tenths >= NARROWEST ? part.text : ''}
                  </div>
                ))}
            </div>
          </Fragment>
        ))}
      </div>
    </section>
  )
}

/** Tenths of a percent from which a figure has room in its bar. */
const NARROWEST = 75

type ScoresProps = { readonly title: string; readonly bars: readonly ScoreBar[]; readonly ranked: boolean }

function Scores({ title, bars, ranked }: ScoresProps) {
  if (bars.length === 0) return <Calm words={PROJECTOR.nothing} />
  return (
    <section className={classes['results']} data-view="results">
      <h2>{title}</h2>
      <div className={classes['bars']}>
        {bars.map(bar => (
          <Fragment key={bar.key}>
            <span className={classes['name']}>{ranked ? PROJECTOR.ranked(bar.rank, bar.name) : bar.name}</span>
            <div className={classes['track']} style={{ height: '1.5em' }} aria-hidden>
              <div className={classes['done']} style={{ width: `${bar.width}%` }} />
            </div>
            <span className={classes['figure']}>{bar.text}</span>
          </Fragment>
        ))}
      </div>
    </section>
  )
}
