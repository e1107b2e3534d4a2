import { useEffect, useState } from 'react'
import classes from './projector.module.css'

/** The time of day, for the room; no rule reads it. */
export function Clock() {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000)
    return () => clearInterval(timer)
  }, [])
  const two = (part: number) => String(part).padStart(2, '0')
  return (
    <time className={classes['clock']}>
      {two(now.getHours())}:{two(now.getMinutes())}
    </time>
  )
}
