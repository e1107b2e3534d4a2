import { type FileHandle, open } from 'node:fs/promises'
import { startDiskThread } from './disk-thread.ts'

/** `pin-time`: sets the file's times back, so that they do not tell when the last vote came. */
export type Step = { readonly position: number; readonly bytes: Uint8Array } | 'flush' | 'pin-time'

/** How many steps were done: all, or those before the one on which the disk failed (`isDiskError`). */
export type Ran = { readonly done: number; readonly error: NodeJS.ErrnoException | null }

/**
 * The few things an urn does to its file. Nothing else of the file system is used, so that a test can stop, tear or fail
 * each of them.
 */
export type UrnFile = {
  /** `length` bytes from `position`; fewer where the file ends before. May reject with a disk's error. */
  readonly read: (position: number, length: number) => Promise<Uint8Array>
  /**
   * Does the steps in their order, each when the one before is done, up to the first on which the disk fails. After a `flush`
   * all that was written is on the disk. Rejects only with a bug: nothing is known of the disk then.
   */
  readonly run: (steps: readonly Step[]) => Promise<Ran>
  readonly close: () => Promise<void>
}

// Long before any meeting, the same for every urn.
export const PINNED = new Date('2000-01-01T00:00:00Z')

/**
 * Opens an urn's file; with `create`, a new one that must not exist yet, readable by its owner only. `thread`: the file of
 * the thread that does the steps (`disk-worker.ts`), so that a batch of votes does not wait for the phones' requests between
 * any two of its steps; without one, and where it cannot start, they are done from this thread.
 */
export async function openUrnFile(
  path: string,
  { create, thread }: { readonly create: boolean; readonly thread?: string | URL | undefined },
): Promise<UrnFile> {
  const handle = await open(path, create ? 'wx+' : 'r+', 0o600)
  const disk = thread === undefined ? null : await startDiskThread(handle.fd, thread)
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
    run: disk?.run ?? stepByStep(step => doStep(handle, step)),
    close: async () => {
      await disk?.end()
      await handle.close()
    },
  }
}

async function doStep(handle: FileHandle, step: Step): Promise<void> {
  if (step === 'flush') return handle.datasync()
  if (step === 'pin-time') return handle.utimes(PINNED, PINNED)
  const { position, bytes } = step
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** An urn file's `run` by a function that does one step; it may reject with a disk's error. */
export function stepByStep(doOne: (step: Step) => Promise<void>): UrnFile['run'] {
  return async steps => {
    let done = 0
    try {
      for (const step of steps) {
        await doOne(step)
        done++
      }
    } catch (error) {
      if (!isDiskError(error)) throw error
      return { done, error }
    }
    return { done, error: null }
  }
}

/** Does all the steps, or rejects with the disk's error. */
export async function runAll(file: UrnFile, steps: readonly Step[]): Promise<void> {
  const { error } = await file.run(steps)
  if (error) throw error
}

/** Whether an error is the disk's (ENOSPC, EIO, EROFS, …) and not a bug of ours. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)
}
