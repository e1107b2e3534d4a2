import { type FocusEvent, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import classes from './edit-grid.module.css'

type GridCellProps = {
  /** `row:column`, by which the grid finds the input. */
  readonly place: string
  /** Person and column, for those who cannot see the grid. */
  readonly label: string
  readonly text: string
  readonly number: boolean
  readonly problem: string | null
  /** Whether Tab comes here from outside the grid. */
  readonly entry: boolean
  readonly locked: boolean
  /** Takes what was typed; the text as it was told to the owner, null where it changes nothing. */
  readonly onEnter: (typed: string) => string | null
}

/**
 * One cell that can be entered: an input that holds what was typed until it is left. `data-mode` tells the grid's keys
 * what the arrows do: `ready` (just come to: all is selected, typing replaces), `typing`, `text` (the caret moves inside).
 */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { place, label, text, number, problem, entry, locked, onEnter } = props
  const [typed, setTyped] = useState<string | null>(null)
  // What was entered stands here until the owner has it: saving takes a moment, and the old text must not flash up.
  const [entered, setEntered] = useState<{ readonly text: string; readonly over: string } | null>(null)
  const kept = entered?.over === text ? entered.text : text
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef({ typed, onEnter })
  latest.current = { typed, onEnter }
  const enter = () => {
    const { typed: last, onEnter: tell } = latest.current
    latest.current = { ...latest.current, typed: null }
    setTyped(null)
    if (last === null) return
    const told = tell(last)
    setEntered(told === null ? null : { text: told, over: text })
  }
  // A cell that is scrolled out of sight, or whose page is left, in mid-edit keeps what was typed.
  useEffect(
    () => () => {
      const { typed: last, onEnter: tell } = latest.current
      if (last !== null) tell(last)
    },
    [],
  )
  const setMode = (mode: 'ready' | 'typing' | 'text') => {
    if (input.current) input.current.dataset['mode'] = mode
  }
  return (
    <input
      ref={input}
      className={classes['input']}
      data-cell={place}
      data-mode="ready"
      data-number={number || undefined}
      aria-label={label}
      aria-invalid={problem !== null && typed === null ? true : undefined}
      title={problem !== null && typed === null ? problem : undefined}
      inputMode={number ? 'decimal' : undefined}
      autoComplete="off"
      spellCheck={false}
      tabIndex={entry ? 0 : -1}
      readOnly={locked}
      value={typed ?? kept}
      onChange={event => {
        setTyped(event.currentTarget.value)
        if (event.currentTarget.dataset['mode'] === 'ready') setMode('typing')
      }}
      onFocus={(event: FocusEvent<HTMLInputElement>) => {
        setMode('ready')
        event.currentTarget.select()
      }}
      onBlur={enter}
      onMouseDown={event => {
        if (event.button !== 0 || event.shiftKey) return
        const { mode } = event.currentTarget.dataset
        // A click comes to the cell; a second one right after it, or one into what is being typed, puts the caret.
        if (event.detail > 1 || mode !== 'ready') setMode('text')
        else {
          event.preventDefault()
          event.currentTarget.focus()
          event.currentTarget.select()
        }
      }}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'F2') {
          setMode('text')
          event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length)
        } else if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation()
          setTyped(null)
          setMode('ready')
        } else if (event.key === 'Enter') enter()
      }}
    />
  )
})
