import type { CustomScheme, Protocol } from 'electron'
import { policyOf } from '#electron/host/content-security-policy.ts'
import { staticFile } from '#electron/host/static-files.ts'

/** The app's one origin. It never changes: IndexedDB belongs to it. */
export const APP_ORIGIN = 'app://pingyi'

export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/**
 * Serves the built renderer at `app://pingyi/`; any other host or a path outside the folder is not found. Every answer carries
 * the policy, the one that finds nothing too: it would be a page like any other.
 */
export function serveApp(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle('app', async request => {
    const url = new URL(request.url)
    const file = url.host === 'pingyi' && request.method === 'GET' ? await staticFile(folder, url.pathname) : null
    const headers = { 'Content-Security-Policy': policyOf(url.pathname), 'X-Content-Type-Options': 'nosniff' }
    if (!file) return new Response(null, { status: 404, headers })
    return new Response(new Uint8Array(file.body), { headers: { ...headers, 'Content-Type': file.type } })
  })
}
