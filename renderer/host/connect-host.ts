import type { Capabilities } from '#shared/contract/app.ts'
import type { HostClient } from '#shared/contract/contract.ts'
import { createHttpHost } from './http-host.ts'
import { ipcHost } from './ipc-host.ts'
import { takeToken } from './take-token.ts'

export type Host = { readonly client: HostClient; readonly capabilities: Capabilities }

/** `no-token`: the page was not opened from the address shown at the start · `no-answer`: the program does not run. */
export type NoHost = 'no-token' | 'no-answer'

/** The one place that picks a transport; everything else asks the host what it can do. */
export async function connectHost(): Promise<Host | NoHost> {
  const client = ipcHost() ?? httpHost()
  if (!client) return 'no-token'
  const reply = await client.request('app.capabilities', {})
  if (reply.ok) return { client, capabilities: reply.data }
  return reply.error.code === 'not-allowed' ? 'no-token' : 'no-answer'
}

/**
 * An address with a token that is opened in a tab where the app already stands changes only the fragment, so the browser
 * loads nothing: the app starts again by itself.
 */
export function startAgainOnToken(): void {
  window.addEventListener('hashchange', () => {
    if (window.location.hash.startsWith('#token=')) window.location.reload()
  })
}

function httpHost(): HostClient | null {
  const token = takeToken(window.location, window.history, window.sessionStorage)
  return token === null ? null : createHttpHost(window.location.origin, token)
}
