import type { IncomingMessage } from 'node:http'

/** A request's body of exactly `length` bytes; `null` where the phone went away or sent anything else. */
export async function readBody(request: IncomingMessage, length: number): Promise<Uint8Array | null> {
  const body = new Uint8Array(length)
  let done = 0
  try {
    for await (const chunk of request) {
      const bytes: Uint8Array = chunk
      if (done + bytes.length > length) return null
      body.set(bytes, done)
      done += bytes.length
    }
  } catch {
    // A stream's only failure here is a connection that ended: nobody is left to be told.
    return null
  }
  return done === length ? body : null
}
