import { useEffect, useRef, useState } from 'react'
import { PROJECTOR } from '#renderer/strings/projector.ts'
import classes from './projector.module.css'

/** Two presses of Escape within this long leave the public view. */
const TWICE = 1500

/** Full screen; and in the public view the way out, which nobody takes by accident. */
export function ScreenControls({ leave }: { readonly leave: (() => void) | null }) {
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const last = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (!leave) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.repeat) return
      if (event.timeStamp - last.current < TWICE) leave()
      last.current = event.timeStamp
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [leave])
  return (
    <div className={classes['controls']}>
      {document.fullscreenEnabled && (
        // A browser that refuses stays as it is.
        <button type="button" onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}>
          {PROJECTOR.fullScreen}
        </button>
      )}
      {leave && !asking && (
        <button type="button" onClick={() => setAsking(true)}>
          {PROJECTOR.leave}
        </button>
      )}
      {leave && asking && (
        <form
          onSubmit={event => {
            event.preventDefault()
            if (typed.trim() === PROJECTOR.leaveWord) leave()
          }}
        >
          <label>
            {PROJECTOR.leaveHint}{' '}
            <input
              // biome-ignore lint/a11y/noAutofocus: it was asked for just now
              autoFocus
              value={typed}
              onChange={event => setTyped(event.currentTarget.value)}
            />
          </label>{' '}
          <button type="submit" disabled={typed.trim() !== PROJECTOR.leaveWord}>
            {PROJECTOR.leaveWord}
          </button>
        </form>
      )}
    </div>
  )
}
