import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'

/** How long a thread waits for more, in milliseconds: the next edit of a year asks again. */
const IDLE = 60_000

export type ThreadPool = {
  /** Runs the exported function `name` of the pool's file in one of its threads; rejects where that fails or the thread ends. */
  readonly run: <T>(name: string, task: unknown) => Promise<T>
  readonly stop: () => Promise<void>
}

/** At most `threads` threads of the file `worker`, started when there is work and ended when there was none for a while. */
export function threadPool(worker: string | URL, threads: number): ThreadPool {
  let pool: Piscina | null = null
  return {
    run: async (name, task) => {
      pool ??= new Piscina({
        filename: typeof worker === 'string' ? worker : fileURLToPath(worker),
        minThreads: 0,
        maxThreads: threads,
        idleTimeout: IDLE,
        // Between tasks a thread would else sleep in `Atomics.wait`, out of which Node's `terminate` does not always wake it:
        // once in some hundred archives `destroy` never came back.
        atomics: 'disabled',
      })
      const own = pool
      const broken = Promise.withResolvers<never>()
      own.once('error', broken.reject)
      try {
        return await Promise.race([own.run(task, { name }), broken.promise])
      } catch (error) {
        // The next call starts threads anew.
        if (pool === own) pool = null
        await own.destroy()
        throw error
      } finally {
        own.off('error', broken.reject)
      }
    },
    stop: async () => {
      const own = pool
      pool = null
      await own?.destroy()
    },
  }
}
