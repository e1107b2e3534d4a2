import { button, element, fill } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import type { ViewContext } from './view-context.ts'

export type IntroEvents = {
  readonly begin: () => void
  /** Begins anew with another slip; `null` where that would throw a voter's marks away by a slip of the thumb. */
  readonly otherCode: (() => void) | null
}

/** The voter's group, every rule that a ballot can break and the box's fingerprint, before the first mark. */
export function introView(
  page: HTMLElement,
  context: ViewContext & { readonly fingerprint: string; readonly database: boolean },
  note: string,
  events: IntroEvents,
): void {
  const { meeting, group, form } = context
  const label = form.progress().done > 0 ? BALLOT_PAGE.resume : BALLOT_PAGE.begin
  fill(
    page,
    element(
      'section',
      { class: 'sheet' },
      element('h1', {}, meeting.title),
      note === '' ? null : element('p', { class: 'error' }, note),
      element('p', { class: 'quiet' }, BALLOT_PAGE.yourGroup),
      element('p', { class: 'group' }, group.name),
      element('p', {}, BALLOT_PAGE.count(meeting.instructors.length, meeting.indicators.length)),
      element('ul', { class: 'rules' }, ...rules(context, context.database).map(rule => element('li', {}, rule))),
      button(label, 'main', events.begin),
      events.otherCode ? button(BALLOT_PAGE.otherCode, 'second wide-gap', events.otherCode) : null,
      element(
        'p',
        { class: 'fingerprint' },
        context.database ? BALLOT_PAGE.fingerprintInDatabase : BALLOT_PAGE.fingerprint,
        element('code', {}, context.fingerprint),
      ),
    ),
  )
  window.scrollTo(0, 0)
}

function rules({ meeting, group }: ViewContext, database: boolean): string[] {
  const { scale, limits, indicators, voidRules } = meeting
  const limitRules =
    scale.kind === 'points'
      ? [BALLOT_PAGE.points(scale.min, scale.max, scale.step)]
      : scale.options.flatMap(({ id, label }) => {
          const maximum = limits[id]
          return maximum === undefined ? [] : [BALLOT_PAGE.limit(label, maximum, indicators.length > 1)]
        })
  return [
    ...(group.peers ? [BALLOT_PAGE.peers] : []),
    ...limitRules,
    ...(voidRules.indexOf('all-equal') >= 0 ? [BALLOT_PAGE.allEqual] : []),
    BALLOT_PAGE.blank,
    BALLOT_PAGE.once,
    database ? BALLOT_PAGE.anonymousInDatabase : BALLOT_PAGE.anonymous,
  ]
}
