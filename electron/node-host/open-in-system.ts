import { spawn } from 'node:child_process'

/** Whether there is a desktop to show a page or a folder on. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}

/** Hands a folder to the system's file manager; resolves to whether one took it. */
export function openInSystem(folder: string, platform: NodeJS.Platform): Promise<boolean> {
  switch (platform) {
    case 'win32':
      return spawnDetached('explorer.exe', [folder])
    case 'darwin':
      return spawnDetached('open', [folder])
    default:
      return spawnDetached('xdg-open', [folder])
  }
}

/** Starts a program that outlives this one; resolves to whether it started. */
export function spawnDetached(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { stdio: 'ignore', detached: true, shell: false })
  return new Promise(resolve => {
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
