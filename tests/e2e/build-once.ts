import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The pages that every real-browser test opens: built once, as they ship. */
export async function setup(): Promise<void> {
  const program = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  // The test runner's NODE_ENV would build React for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  const build = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio: 'inherit' })
  const [code] = await once(build, 'exit')
  if (code !== 0) throw new Error(`electron-vite build ended with ${code}`)
}
