import { useEffect, useRef, useState } from 'react'

/** How far below the screen a chart is drawn ahead of being scrolled to. */
const AHEAD = '300px'

/**
 * Whether a chart should be drawn yet: once it comes near the screen (never before the page's first paint, so that words
 * and tables stand at once) or the page is printed. It stays drawn.
 */
export function useDrawn() {
  const place = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    const { current } = place
    if (!current || drawn) return
    const draw = () => setDrawn(true)
    const observer = new IntersectionObserver(seen => seen.some(entry => entry.isIntersecting) && draw(), {
      rootMargin: AHEAD,
    })
    observer.observe(current)
    window.addEventListener('beforeprint', draw)
    return () => {
      observer.disconnect()
      window.removeEventListener('beforeprint', draw)
    }
  }, [drawn])
  return { place, drawn }
}
