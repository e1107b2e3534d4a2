import { button, element, fill } from '#renderer/small-page/dom.ts'
import { BALLOT_PAGE } from '#renderer/strings/ballot-page.ts'
import { limitWords } from './limit-words.ts'
import { personCard } from './person-card.ts'
import { restView } from './rest-view.ts'
import type { ViewContext } from './view-context.ts'

/** How far above and below the screen marks are made: a screen. */
const NEAR = '100% 0px'

export type MarksEvents = { readonly review: () => void; readonly changeSelf: () => void }

/** Filling in: the whole list, or one person at a time; how far, what is missing, what a limit still allows. */
export function marksView(page: HTMLElement, context: ViewContext, events: MarksEvents): void {
  const { meeting, form } = context
  const several = meeting.indicators.length > 1
  let single = several
  let current = form.nextMissing(-1)?.person ?? 0

  const progress = element('b', { class: 'progress', 'aria-live': 'polite' })
  const bar = element('div', { class: 'bar-done' })
  const limits = element('span', { class: 'limits' })
  const said = element('p', { class: 'said', role: 'status' })
  const next = button(BALLOT_PAGE.next, 'small', () => toNext())
  const mode = button('', 'small', () => {
    single = !single
    showMode()
  })
  const rest = button(BALLOT_PAGE.rest, 'small', () => whenRight(openRest))

  const cards = meeting.instructors.map((_, person) =>
    personCard(context, person, {
      changed: () => {
        current = person
        changed()
      },
      refused: (value, indicator) => {
        const limit = form.limits(indicator).filter(each => each.value === value)[0]
        if (limit) say(BALLOT_PAGE.full(limit.label, limit.maximum))
      },
      changeSelf: events.changeSelf,
    }),
  )
  const list = element('ul', { class: 'plain cards' }, ...cards.map(card => card.node))
  const previous = button(BALLOT_PAGE.previousPerson, 'second', () => turn(-1))
  const following = button(BALLOT_PAGE.nextPerson, 'second', () => turn(1))
  const turns = element('div', { class: 'turns' }, previous, following)
  const review = button(BALLOT_PAGE.review, 'main', () => whenRight(events.review))

  const say = (text: string, action?: HTMLElement) => fill(said, text, action ?? null)

  const changed = () => {
    say('')
    update()
    context.changed()
  }

  const update = () => {
    const { done, total } = form.progress()
    progress.textContent = BALLOT_PAGE.progress(done, total)
    bar.style.width = `${total === 0 ? 100 : (100 * done) / total}%`
    next.disabled = done === total
    rest.disabled = done === total
    // With several indicators each shows its own limit, beside its name.
    limits.textContent = several ? '' : limitWords(form.limits(0))
    for (const card of cards) card.update()
  }

  const nearby = new IntersectionObserver(
    entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        nearby.unobserve(target)
        for (const card of cards) if (card.node === target) card.build()
      }
    },
    { rootMargin: NEAR },
  )

  /** People's marks are made as they come near; until then each keeps the room that the marks of one take. */
  const showList = () => {
    cards[current]?.build()
    const height = cards[current]?.node.offsetHeight ?? 0
    for (const card of cards) {
      card.reserve(height)
      nearby.observe(card.node)
    }
    bring(cards[current]?.node)
  }

  const showMode = () => {
    mode.textContent = single ? BALLOT_PAGE.list : BALLOT_PAGE.oneByOne
    turns.hidden = !single
    cards.forEach((card, person) => {
      card.node.hidden = single && person !== current
    })
    previous.disabled = current === 0
    following.disabled = current === cards.length - 1
    if (!single) return showList()
    cards[current]?.build()
    window.scrollTo(0, 0)
  }

  const turn = (step: number) => {
    current = Math.max(0, Math.min(cards.length - 1, current + step))
    showMode()
  }

  const toNext = () => {
    const missing = form.nextMissing(current)
    if (!missing) return
    current = missing.person
    if (single) showMode()
    bring(cards[current]?.rowOf(missing.indicator), cards[current]?.node)
  }

  // A number off the scale is put right by who wrote it: it neither becomes an abstention nor the rest's mark unseen.
  const whenRight = (then: () => void) => {
    const wrong = cards.findIndex(card => card.node.querySelector('.wrong') !== null)
    if (wrong < 0) return then()
    current = wrong
    showMode()
    say(BALLOT_PAGE.putRight)
  }

  const openRest = () => {
    const count = form.missing()
    const panel = restView(
      context,
      (value, label) => {
        panel.remove()
        const before = form.fillRest(value)
        changed()
        const undo = button(BALLOT_PAGE.undo, 'small', () => {
          form.restore(before)
          changed()
        })
        say(BALLOT_PAGE.restDone(count, several, label), undo)
      },
      () => panel.remove(),
    )
    page.append(panel)
  }

  const tools = element('div', { class: 'tools' }, next, rest, mode)
  const top = element(
    'header',
    {},
    element('div', { class: 'line' }, progress, limits),
    element('div', { class: 'bar' }, bar),
    tools,
    said,
  )
  fill(page, top, list, element('footer', {}, turns, review))
  update()
  window.scrollTo(0, 0)
  showMode()
}

/** Brings a node to the middle of the screen, or its top under the header where it is larger, and shows for a moment which it is. */
function bring(node: HTMLElement | undefined, card: HTMLElement | undefined = node): void {
  if (!node || !card) return
  // Safari 14 takes no options in `scrollIntoView` and would hide the row under the header.
  const { top, height } = node.getBoundingClientRect()
  const header = document.querySelector('header')?.offsetHeight ?? 0
  // Of a person who takes more than the screen the name is to be seen, not the middle.
  const above = Math.max(header, (window.innerHeight - height) / 2)
  window.scrollTo(0, window.pageYOffset + top - above)
  card.classList.remove('here')
  // Asking for the width lets the browser see that the class was gone, so that it plays the animation again.
  if (card.offsetWidth > 0) card.classList.add('here')
}
