import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Up and down move from one row's link to the next; the first and last key go to the ends. Enter is the link's own. */
export function moveRowFocus(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target instanceof Element ? event.target.closest('[data-row-link]') : null
  if (!target || event.altKey || event.ctrlKey || event.metaKey) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const next = nextIndex(event.key, links.indexOf(target as HTMLElement), links.length)
  if (next === null) return
  event.preventDefault()
  links[next]?.focus()
}

function nextIndex(key: string, index: number, count: number): number | null {
  const step = STEPS[key]
  if (step !== undefined) return Math.min(Math.max(index + step, 0), count - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
