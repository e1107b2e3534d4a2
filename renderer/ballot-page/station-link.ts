import { castLane, LANE_HEADER } from '#shared/domain/ballot/cast/cast-lane.ts'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { type CastReply, readCastReply } from '#shared/domain/ballot/cast/cast-reply.ts'
import { DRAFT_PATH, type DraftReply, readDraftReply } from '#shared/domain/ballot/cast/draft-half.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { readPublicBox } from '#shared/domain/ballot/cast/read-public-box.ts'

const TIMEOUT = 30_000
const QUICK = 6_000

/** What the ballot page asks of its station; `null` where no answer of a station came back. */
export const stationLink = {
  box: async (): Promise<PublicBox | null> => read(await ask('/meeting', undefined, QUICK), readPublicBox),
  half: async (proof: Uint8Array): Promise<DraftReply | null> =>
    read(await ask(DRAFT_PATH, proof, QUICK), readDraftReply),
  submit: async (message: Uint8Array): Promise<CastReply | null> =>
    read(await ask('/', message, TIMEOUT), readCastReply),
} as const

export type PageLink = typeof stationLink

function read<T>(text: string | null, reader: (text: string) => T | null): T | null {
  return text === null ? null : reader(text)
}

async function ask(path: string, body: Uint8Array | undefined, milliseconds: number): Promise<string | null> {
  const abort = new AbortController()
  const timer = window.setTimeout(() => abort.abort(), milliseconds)
  const headers = body && { 'Content-Type': CAST_TYPE, [LANE_HEADER]: castLane(body) }
  const post = body && headers && { method: 'POST', headers, body: Uint8Array.from(body) }
  try {
    const response = await fetch(path, { ...post, cache: 'no-store', redirect: 'error', signal: abort.signal })
    return await response.text()
  } catch {
    // `fetch` fails only for want of a network here, and browsers differ in what they throw.
    return null
  } finally {
    window.clearTimeout(timer)
  }
}
