import { expect, test, vi } from 'vitest'
import { threadPool } from '#electron/host/thread-pool.ts'

// A thread that sleeps in `Atomics.wait` between tasks now and then does not end: an archive was never finished.
test('a thread that has answered goes on turning', async () => {
  const pool = threadPool(new URL('./late-worker.ts', import.meta.url), 1)
  const number = new Int32Array(new SharedArrayBuffer(4))
  await pool.run('setLater', number)
  await vi.waitFor(() => expect(Atomics.load(number, 0)).toBe(1), 5_000)
  await pool.stop()
})
