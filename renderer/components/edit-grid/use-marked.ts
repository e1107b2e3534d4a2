import { type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Marked, Place } from './grid-column.ts'
import { type GridSize, nextPlace } from './next-place.ts'

type Grid = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly size: GridSize
  readonly scrollToRow: (row: number) => void
}

const ARROWS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'])

/** The marked cells of a grid and the keys and clicks that move them. */
export function useMarked({ scroller, size, scrollToRow }: Grid) {
  const [marked, setMarked] = useState<Marked | null>(null)
  // Where a run of Tabs began: Enter goes to the cell below it, as in Excel.
  const tabFrom = useRef<number | null>(null)
  const wanted = useRef<Place | null>(null)

  // Every render: a row that was out of sight is only there after the grid scrolled to it.
  useLayoutEffect(() => {
    const place = wanted.current
    const input = place && inputAt(scroller.current, place)
    if (!input) return
    wanted.current = null
    input.focus()
  })

  const goTo = (place: Place) => {
    setMarked({ active: place, corner: place })
    const input = inputAt(scroller.current, place)
    if (input) {
      input.focus()
      input.select()
    } else {
      wanted.current = place
      scrollToRow(place.row)
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = placeOf(event.target)
    // While a word is being composed every key is the input method's (229: the same, as older ones tell it).
    if (!at || event.nativeEvent.isComposing || event.keyCode === 229 || event.altKey) return
    const inText = event.target instanceof HTMLElement && event.target.dataset['mode'] === 'text'
    const key = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, inText }
    if (event.shiftKey && ARROWS.has(event.key)) {
      if (inText) return
      const from = marked?.corner ?? at
      const corner = nextPlace({ ...key, shift: false }, from, size, null)
      if (!corner) return
      event.preventDefault()
      setMarked({ active: at, corner })
      scrollToRow(corner.row)
      return
    }
    const next = nextPlace(key, at, size, tabFrom.current)
    if (!next) return
    event.preventDefault()
    if (event.key === 'Tab') tabFrom.current ??= at.column
    else tabFrom.current = null
    goTo(next)
  }

  const onMouseDown = (event: MouseEvent<HTMLElement>) => {
    const place = placeOf(event.target)
    if (!place || event.button !== 0) return
    tabFrom.current = null
    if (event.shiftKey && marked) {
      event.preventDefault()
      setMarked({ active: marked.active, corner: place })
    } else setMarked({ active: place, corner: place })
  }

  /** Marks what the pointer is drawn over with the button held. */
  const onMouseOver = (event: MouseEvent<HTMLElement>) => {
    const place = placeOf(event.target)
    if (!place || event.buttons !== 1 || !marked || same(place, marked.active)) return
    if (document.activeElement !== inputAt(scroller.current, marked.active)) return
    setMarked({ active: marked.active, corner: place })
  }

  const onFocus = (event: { readonly target: EventTarget }) => {
    const place = placeOf(event.target)
    if (place && !(marked && same(place, marked.active))) setMarked({ active: place, corner: place })
  }

  return { marked, setMarked, goTo, handlers: { onKeyDown, onMouseDown, onMouseOver, onFocus } }
}

/** Which cell an input is; null for anything else. */
export function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof HTMLElement ? target.dataset['cell'] : undefined
  const [row, column] = cell?.split(':').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}

function inputAt(scroller: HTMLElement | null, { row, column }: Place): HTMLInputElement | null {
  return scroller?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`) ?? null
}

function same(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column
}
