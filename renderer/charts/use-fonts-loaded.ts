import { useEffect, useState } from 'react'

/** Changes whenever fonts have come in: a canvas keeps the letters it was drawn with until it is drawn again. */
export function useFontsLoaded(): number {
  const [times, setTimes] = useState(0)
  useEffect(() => {
    const again = () => setTimes(count => count + 1)
    document.fonts.addEventListener('loadingdone', again)
    return () => document.fonts.removeEventListener('loadingdone', again)
  }, [])
  return times
}
