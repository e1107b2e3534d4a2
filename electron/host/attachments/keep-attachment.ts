import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import { attachmentsFolder } from './attachments-folder.ts'

/** Keeps a file in the data folder under its hash, its owner's only. Rejects with the disk's error. */
export async function keepAttachment(
  dataFolder: string,
  bytes: Uint8Array,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const sha256 = digestOf(bytes)
  const path = join(attachmentsFolder(dataFolder), sha256)
  // What lies there under this name may be damaged: then it is whole again.
  const kept = await readFile(path).catch(() => null)
  if (!kept || digestOf(kept) !== sha256) await writeWholeFile(path, Buffer.from(bytes), 0o600)
  return { sha256, size: bytes.length }
}

/** A file's SHA-256 in hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
