import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { endToEndLine } from '#tests/electron/electron-or-why.ts'

const root = join(import.meta.dirname, '..', '..')
const ELECTRON_VITE = ['electron-vite', 'bin', 'electron-vite.js']
const VITE = ['vite', 'bin', 'vite.js']

/** The pages that every real-browser test opens: built once, as they ship. */
export async function setup(): Promise<void> {
  process.stderr.write(endToEndLine())
  await build(ELECTRON_VITE)
  await build(VITE, '--config', 'renderer/ballot-page/vite.config.ts')
  await build(VITE, '--config', 'renderer/report-page/vite.config.ts')
}

async function build(program: readonly string[], ...args: readonly string[]): Promise<void> {
  const path = join(root, 'node_modules', ...program)
  // The test runner's NODE_ENV would build React for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, [path, 'build', ...args, '--logLevel', 'warn'], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${program.at(-1)} build ended with ${code}`)
}
