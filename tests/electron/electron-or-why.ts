import { electronProgram } from '#electron/node-host/electron-runtime.ts'

/** Why the specs cannot run in a real Electron window here; null where they can. */
export function whyNotElectron(): string | null {
  if (electronProgram() === null) return "Electron's runtime is not here (npm start fetches it at its first run)"
  const display = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  return display ? null : 'there is no display'
}

/** Which of the two end-to-end projects run here, and why, in one line. */
export function endToEndLine(): string {
  const why = whyNotElectron()
  return why === null
    ? 'End to end: in browser mode (Chromium) and in Electron.\n'
    : `End to end: in browser mode (Chromium) only; not in Electron, because ${why}.\n`
}
