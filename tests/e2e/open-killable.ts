import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import chromium from '@sparticuz/chromium'
import { type BrowserContext, chromium as playwright } from 'playwright-core'
import { AT_HOME, homeArguments } from './open-browser.ts'

export type Killable = { readonly context: BrowserContext; readonly kill: () => Promise<void> }

/** A Chromium of our own process over a profile that stays: it can be killed as a power cut would. */
export async function openKillable(profile: string): Promise<Killable> {
  const child = spawn(
    await chromium.executablePath(),
    [...homeArguments(), '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { env: AT_HOME, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const lines = createInterface({ input: child.stderr })
  let address: string | undefined
  for await (const line of lines) {
    address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1]
    if (address) break
  }
  if (!address) throw new Error('the browser ended at its start')
  child.stderr.resume()
  const browser = await playwright.connectOverCDP(address)
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no profile')
  return {
    context,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
