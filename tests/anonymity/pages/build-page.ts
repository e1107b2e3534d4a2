import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

/** The voter's page as it ships, for tests that vote in a real browser. */
export async function setup(): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', 'renderer/ballot-page/vite.config.ts', '--logLevel', 'warn']
  // The test runner's NODE_ENV would build for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  const [code] = await once(spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error(`vite build ended with ${code}`)
}
