import { castLane, LANE_HEADER } from '#shared/domain/ballot/cast/cast-lane.ts'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { type CastReply, readCastReply } from '#shared/domain/ballot/cast/cast-reply.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { readPublicBox } from '#shared/domain/ballot/cast/read-public-box.ts'

export type ConnectedStation = {
  readonly box: PublicBox
  readonly submit: (message: Uint8Array<ArrayBuffer> | Uint8Array) => Promise<CastReply | null>
}

const TIMEOUT = 30_000

/** Asks a station what is voted on, as a phone's page does when it loads; `null` where none answers at the address. */
export async function connectStation(url: string): Promise<ConnectedStation | null> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return null
  const text = await request(new URL('/meeting', url), {})
  const box = text === null ? null : readPublicBox(text)
  if (!box) return null
  return {
    box,
    submit: async message => {
      const headers = { 'Content-Type': CAST_TYPE, [LANE_HEADER]: castLane(message) }
      const answer = await request(new URL('/', url), { method: 'POST', headers, body: Uint8Array.from(message) })
      return answer === null ? null : readCastReply(answer)
    },
  }
}

/** An answer's text, or `null` where none came. */
async function request(url: URL, init: RequestInit): Promise<string | null> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) })
    return await response.text()
  } catch (error) {
    // What `fetch` throws for a network that fails; anything else is a bug.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) return null
    throw error
  }
}
