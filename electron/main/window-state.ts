import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BrowserWindow, Display, Rectangle } from 'electron'

export type WindowState = { readonly bounds: Rectangle; readonly maximised: boolean }

/** What the file holds; null where there is none or it is not what was written. */
export function readWindowState(file: string): WindowState | null {
  try {
    const { bounds, maximised } = JSON.parse(readFileSync(file, 'utf8'))
    const whole = [bounds?.x, bounds?.y, bounds?.width, bounds?.height].every(Number.isInteger)
    return whole && typeof maximised === 'boolean' ? { bounds, maximised } : null
  } catch {
    return null
  }
}

/** How much of a window must lie on a display for it to be found again, in pixels. */
const IN_SIGHT = 120

/** The bounds to open at; null where the display that they were on is not there any more. */
export function usableBounds(
  state: WindowState | null,
  displays: readonly Pick<Display, 'workArea'>[],
): Rectangle | null {
  if (!state) return null
  const { x, y, width, height } = state.bounds
  const seen = displays.some(({ workArea: area }) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y)
    // The title bar must be reachable: a window above the screen cannot be moved.
    return across >= IN_SIGHT && down >= IN_SIGHT && y >= area.y
  })
  return seen ? state.bounds : null
}

type Kept = Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized' | 'on'>

/** Keeps where the window stands whenever it is closed. A file that cannot be written costs only the place. */
export function keepWindowState(window: Kept, file: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
    try {
      // At once: the program ends with its last window, and would not wait for a write under way.
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(state))
    } catch {
      // As said.
    }
  })
}
