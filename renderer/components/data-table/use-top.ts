import { type RefObject, useLayoutEffect, useState } from 'react'

/**
 * How far below the document's top an element begins, in pixels, also after something above it grew; null until it is
 * known, and while it is not `wanted`.
 */
export function useTop(place: RefObject<HTMLElement | null>, wanted: boolean): number | null {
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    const { current } = place
    if (!current || !wanted) return
    const look = () => setTop(Math.round(current.getBoundingClientRect().top + window.scrollY))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [place, wanted])
  return wanted ? top : null
}
