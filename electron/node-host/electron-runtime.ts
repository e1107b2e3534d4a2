import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The npm package's folder; its runtime is not in it but fetched into it on the first start. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/** The Electron program, if its runtime is there. */
export function electronProgram(): string | null {
  const folder = packageFolder()
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
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

/** A start that ends sooner than this, killed by its own fault, has shown nobody a window. In milliseconds. */
const FIRST_MOMENTS = 15_000

/**
 * Runs the app in Electron until it ends, with its exit code; null where it fell at once, as it does where the system lets it
 * have no sandbox.
 */
export function runElectron(program: string, appFolder: string): Promise<number | null> {
  // Set in the terminals of editors that are Electron themselves: it would make a bare Node of ours.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, [appFolder], { stdio: 'inherit', env })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      const fell = code === null && signal !== 'SIGINT' && signal !== 'SIGTERM'
      resolve(fell && performance.now() - began < FIRST_MOMENTS ? null : (code ?? 1))
    })
  })
}
