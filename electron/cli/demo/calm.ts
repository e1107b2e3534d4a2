import type { Io } from '#electron/cli/command.ts'

/** The same Io with its progress told at the start, at half and at the end of each job: whoever watches a demo reads the rest. */
export function calm(io: Io): Io {
  // On a terminal the bar is drawn over itself.
  if (process.stderr.isTTY) return io
  let shown = -1
  return {
    ...io,
    progress: (done, total, what) => {
      const half = total === 0 ? 2 : Math.floor((2 * done) / total)
      if (half > shown) io.progress(done, total, what)
      shown = half
    },
    endProgress: () => {
      shown = -1
      io.endProgress()
    },
  }
}
