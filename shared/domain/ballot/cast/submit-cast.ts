import type { CastReply } from './cast-reply.ts'

/** How a page or a command reaches its station. */
export type StationLink = {
  /** Posts the message; `null` where no answer of a station came back (no network, half a response, another server). */
  readonly submit: (message: Uint8Array) => Promise<CastReply | null>
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>
}

export const FIRST_PAUSE = 250
export const LONGEST_PAUSE = 8_000

/**
 * Posts a vote until a station takes or refuses it, the same bytes each time, with longer and longer pauses. After
 * `tries` posts: the last `busy`, or `null` where no answer came (the vote may or may not be recorded: ask again, it counts
 * once). `lost` says that a post before went unanswered: a page that sent one itself shows 已收到 for `already-recorded`.
 */
export async function submitCast(
  message: Uint8Array,
  link: StationLink,
  tries: number,
): Promise<{ readonly reply: CastReply | null; readonly lost: boolean }> {
  let wait = FIRST_PAUSE
  let lost = false
  for (let left = tries; ; left--) {
    const reply = await link.submit(message)
    const busy = reply?.status === 'refused' && reply.reason === 'busy'
    if (left <= 1 || (reply && !busy)) return { reply, lost }
    lost ||= reply === null
    await link.pause(wait)
    wait = Math.min(2 * wait, LONGEST_PAUSE)
  }
}
