import type { IncomingMessage } from 'node:http'

/**
 * A request's body of exactly `length` bytes; `null` where the phone went away or sent anything else. By the stream's own
 * events: an iterator over it took longer than all else that is asked of a vote before the urn.
 */
export function readBody(request: IncomingMessage, length: number): Promise<Uint8Array | null> {
  return new Promise(resolve => {
    let body: Uint8Array | null = null
    let done = 0
    request.on('data', (chunk: Uint8Array) => {
      // Nearly always it comes in one piece.
      if (done === 0 && chunk.length === length) body = chunk
      else if (done + chunk.length <= length) {
        body ??= new Uint8Array(length)
        body.set(chunk, done)
      }
      done += chunk.length
      if (done > length) {
        request.pause()
        resolve(null)
      }
    })
    request.once('end', () => resolve(done === length ? body : null))
    // A connection that ended: nobody is left to be told.
    request.once('error', () => resolve(null))
    request.once('close', () => resolve(null))
  })
}
