import { readlinkSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { basename } from 'node:path'

const LOWER = 10

/**
 * Lets all else on the computer go before the thread that calls this, for good: a window should not wait for the thousandth
 * sheet, nor a vote. Linux takes a thread's number for a process's here and gives each its own priority; Windows and macOS
 * favour the window in front by themselves. It is never a reason not to print.
 */
export function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), Math.max(getPriority(), LOWER))
  } catch {
    // No Linux, or one that does not tell: the work goes on at the usual priority.
  }
}
