import type { App, CommandLine, Session, WebContents } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

/** By Electron's own names: one that it does not know would be denied without a word. */
type Permission = Parameters<CheckHandler>[1]

/** What the app's own pages may do beyond showing themselves; nothing else is ever granted. */
const GRANTED: ReadonlySet<Permission> = new Set<Permission>([
  // A reminder is copied into a chat.
  'clipboard-sanitized-write',
  // The big screen's own button.
  'fullscreen',
  // The years: Chromium must not throw them away when the disk runs full.
  'persistent-storage',
])

/** All else (camera, position, notifications, devices, the screen …) is denied, and all of it to frames and other origins. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, { requestingUrl, isMainFrame }) =>
    callback(GRANTED.has(permission) && isMainFrame && isOwnPage(requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, { isMainFrame }) =>
      GRANTED.has(permission) && isMainFrame && isOwnPage(requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
}

/** Nothing is fetched from the network, ever: a request that is not the app's own page or a blob of it is cancelled. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isOwnUrl(details.url) })
  })
}

/**
 * What `denyNetwork` does not see: what Chromium asks of its own accord, a name that is looked up ahead, the search for a
 * proxy. Counts only before `ready`.
 */
export function denyBackgroundNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('no-proxy-server')
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

export function isOwnUrl(url: string): boolean {
  // A data: URL asks nobody; the pages' policy says where one may stand.
  return url.startsWith(`${APP_ORIGIN}/`) || url.startsWith(`blob:${APP_ORIGIN}/`) || url.startsWith('data:')
}

function isOwnPage(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`)
}

/** Navigation away, redirects, new windows and webviews are denied for every page there will ever be. */
export function denyNavigation(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', event => {
      if (!isOwnPage(event.url)) event.preventDefault()
    })
    // A frame inside of a page; it may show what the page made itself.
    contents.on('will-frame-navigate', event => {
      if (!isOwnPage(event.url) && !event.url.startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault()
    })
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // A peer connection goes around every request filter.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}
