import type { MeetingPlan } from './meeting-plan.ts'

/** The port that a station listens on unless another is said: the same each year, so that slips and walls stay right. */
export const STATION_PORT = 47_170

/**
 * The address that slips carry in their QR, or `null` where they carry the code alone because nobody knows the room's network
 * yet. Only an address that the office's own router fixes may be printed. Source: PROMISES.md "Address and code are separate".
 */
export function slipAddress({ station }: Pick<MeetingPlan, 'station'>): string | null {
  const { fixed, address, port } = station ?? {}
  if (!fixed || address === undefined || address === '') return null
  const host = address.includes(':') && !address.startsWith('[') ? `[${address}]` : address
  return `http://${host}${port === undefined || port === 80 ? '' : `:${port}`}/`
}

/** What a slip's QR says: the address with the code in its fragment, which never leaves the phone. */
export function slipLink(address: string, code: string): string {
  return `${address}#${code.replaceAll('-', '')}`
}
