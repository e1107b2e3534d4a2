import { useMemo } from 'react'
import { qrPath } from './qr-path.ts'

type QrCodeProps = {
  readonly text: string
  /** Says what it leads to, for those who cannot see it. */
  readonly label: string
  readonly size: number
}

/** A QR code: black on white also in the dark, because a camera reads it. */
export function QrCode({ text, label, size }: QrCodeProps) {
  const { path, modules } = useMemo(() => qrPath(text), [text])
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
