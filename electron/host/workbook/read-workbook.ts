import { Worker } from 'node:worker_threads'
import type { Sheet } from '#shared/domain/roster/registration/grid.ts'
import { type WorkbookFault, workbookFault } from '#shared/domain/roster/registration/workbook-fault.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { LIMITS } from './limits.ts'

export type ReadWorkbook = Result<readonly Sheet[], WorkbookFault>

export type ReadWorkbookOptions = {
  readonly signal?: AbortSignal
  /** The worker's file, where a bundler moved it. */
  readonly worker?: string | URL
  readonly seconds?: number
  readonly heapMegabytes?: number
}

/**
 * The sheets of a workbook's bytes (.xlsx, .xlsm, .xls, CSV), read in a thread of its own: a hostile file costs at most
 * `LIMITS.seconds` and `LIMITS.heapMegabytes`, and nothing it does to the parser reaches the host. Rejects when
 * aborted, and on a bug of ours.
 */
export function readWorkbook(
  bytes: Uint8Array,
  name: string,
  options: ReadWorkbookOptions = {},
): Promise<ReadWorkbook> {
  const { signal, seconds = LIMITS.seconds, heapMegabytes = LIMITS.heapMegabytes } = options
  if (bytes.length > LIMITS.fileBytes) return Promise.resolve(failure(tooLarge(bytes.length)))
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const worker = new Worker(options.worker ?? new URL('./workbook-worker.ts', import.meta.url), {
      workerData: { bytes, name },
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64 },
      // The parser's own warnings are nobody's output.
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(
      () => settle(() => resolve(failure(workbookFault('too-slow', { seconds })))),
      seconds * 1000,
    )
    const abort = () => settle(() => reject(signal?.reason))
    const settle = (act: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      worker.removeAllListeners()
      // Ending the thread is what stops its work; nobody waits for it.
      worker.once('error', () => {})
      void worker.terminate()
      act()
    }
    signal?.addEventListener('abort', abort)
    worker.once('message', (result: ReadWorkbook) => settle(() => resolve(result)))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle(() =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(failure(workbookFault('too-much-content'))) : reject(error),
      ),
    )
    worker.once('exit', () => settle(() => reject(new Error('the workbook worker ended without an answer'))))
  })
}

function tooLarge(size: number): WorkbookFault {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  return workbookFault('file-too-large', { megabytes: megabytes(size), maximum: megabytes(LIMITS.fileBytes) })
}

/** The fault of a file too large to be read, known before reading it; null where it may be. */
export function sizeFault(size: number): WorkbookFault | null {
  return size > LIMITS.fileBytes ? tooLarge(size) : null
}
