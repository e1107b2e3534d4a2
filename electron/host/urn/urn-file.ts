import { type FileHandle, open } from 'node:fs/promises'

/**
 * The few things an urn does to its file. Nothing else of the file system is used, so that a test can stop, tear or fail
 * each of them. Every one of them may reject with a disk's error (`isDiskError`).
 */
export type UrnFile = {
  /** `length` bytes from `position`; fewer where the file ends before. */
  readonly read: (position: number, length: number) => Promise<Uint8Array>
  readonly write: (position: number, bytes: Uint8Array) => Promise<void>
  /** Everything written is on the disk when this resolves. */
  readonly flush: () => Promise<void>
  /** Sets the file's times back, so that they do not tell when the last vote came. */
  readonly pinTime: () => Promise<void>
  readonly close: () => Promise<void>
}

// Long before any meeting, the same for every urn.
const PINNED = new Date('2000-01-01T00:00:00Z')

/** Opens an urn's file; with `create`, a new one that must not exist yet, readable by its owner only. */
export async function openUrnFile(path: string, { create }: { readonly create: boolean }): Promise<UrnFile> {
  return urnFileOn(await open(path, create ? 'wx+' : 'r+', 0o600))
}

function urnFileOn(handle: FileHandle): UrnFile {
  return {
    read: async (position, length) => {
      const bytes = new Uint8Array(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, position + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
    write: async (position, bytes) => {
      let done = 0
      while (done < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
        done += bytesWritten
      }
    },
    flush: () => handle.datasync(),
    pinTime: () => handle.utimes(PINNED, PINNED),
    close: () => handle.close(),
  }
}

/** Whether an error is the disk's (ENOSPC, EIO, EROFS, …) and not a bug of ours. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)
}
