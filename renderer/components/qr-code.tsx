import { useMemo } from 'react'
import { encode } from 'uqr'

type QrCodeProps = {
  readonly text: string
  /** Says what it leads to, for those who cannot see it. */
  readonly label: string
  readonly size: number
}

/** A QR code: black on white also in the dark, because a camera reads it. */
export function QrCode({ text, label, size }: QrCodeProps) {
  const { path, modules } = useMemo(() => {
    const { data, size: count } = encode(text, { ecc: 'M', border: 2 })
    const squares = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: squares.join(''), modules: count }
  }, [text])
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
      style={{ background: '#fff', flex: 'none' }}
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
