import type { PowerSaveBlocker } from 'electron'

/** Keeps the computer and its display awake while `busy`, and lets it sleep again afterwards. */
export function createKeepAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>): (busy: boolean) => void {
  let running: number | null = null
  return busy => {
    if (busy && running === null) running = blocker.start('prevent-display-sleep')
    if (!busy && running !== null) {
      blocker.stop(running)
      running = null
    }
  }
}
