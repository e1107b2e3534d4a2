import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** A text's hash: of its UTF-8 bytes, lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A file's hash and size, read piece by piece: a file may be larger than memory. Rejects with the system's error. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256')
  const file = createReadStream(path)
  await pipeline(file, hash, { signal })
  return { hash: hash.digest('hex'), size: file.bytesRead }
}
