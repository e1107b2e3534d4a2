import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The npm package's folder; its runtime is not in it but fetched into it on the first start. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/** The program inside a runtime, as Electron's own package names it. */
const PROGRAMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/**
 * The Electron program, if its runtime is there: in the npm package, or where `ELECTRON_OVERRIDE_DIST_PATH` says, which is how
 * the package itself takes a distribution's own (no other is to be had for LoongArch).
 */
export function electronProgram(): string | null {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const pathFile = join(packageFolder(), 'path.txt')
  const named = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null
  if (!override && named === null) return null
  const program = join(override || join(packageFolder(), 'dist'), named ?? PROGRAMS[process.platform] ?? 'electron')
  return existsSync(program) ? program : null
}

/** Chromium has no sandbox for root on Linux and ends with an ordinary code; without a sandbox the app is not run. */
export function mayHaveSandbox(): boolean {
  return process.platform !== 'linux' || process.geteuid?.() !== 0
}

/** Lets the package fetch its runtime, at most `milliseconds`; resolves to whether it is there afterwards. */
export function fetchElectron(milliseconds: number): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [join(packageFolder(), 'install.js')], {
      stdio: 'ignore',
      timeout: milliseconds,
    })
    child.once('error', () => resolve(false))
    child.once('exit', () => resolve(electronProgram() !== null))
  })
}

/** A start that ends sooner than this by a fault has shown nobody a window. In milliseconds. */
const FIRST_MOMENTS = 15_000

/**
 * Runs the app in Electron until it ends, with its exit code; null where it fell at once, as it does where the system lets it
 * have no sandbox (a signal) or has not its libraries (the loader's code).
 */
export function runElectron(program: string, appFolder: string): Promise<number | null> {
  // Set in the terminals of editors that are Electron themselves: it would make a bare Node of ours.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, [appFolder], { stdio: 'inherit', env })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      const fell = code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM'
      resolve(fell && performance.now() - began < FIRST_MOMENTS ? null : (code ?? 1))
    })
  })
}
