/**
 * The header by which a proxy in front of several stations sends all posts of one slip's vote to the same station, which
 * alone knows a vote that the network doubles. The stations themselves do not look at it.
 */
export const LANE_HEADER = 'X-Pingyi-Lane'

/** A vote's lane, `00` to `ff`: the first byte of the slip's proof, which the post holds anyway. `message`: what is posted. */
export function castLane(message: Uint8Array): string {
  return (message[0] ?? 0).toString(16).padStart(2, '0')
}
