import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App, IpcMainInvokeEvent, Protocol, Session, WebContents } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { APP_SCHEME, serveApp } from '#electron/main/app-protocol.ts'
import { answerIpc, emitTo } from '#electron/main/ipc.ts'
import { denyBackgroundNetwork, denyNavigation, denyNetwork, denyPermissions } from '#electron/main/lock-down.ts'
import { windowOptions } from '#electron/main/window-options.ts'
import type { Handlers } from '#shared/contract/contract.ts'

// Fakes hold only what the code under test may touch; anything else throws because it is not there.
const fake = <Faked>(part: object): Faked => part as Faked

test('the window gives its page nothing of the machine', () => {
  expect(windowOptions('/preload.cjs').webPreferences).toEqual({
    preload: '/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    devTools: false,
    plugins: false,
    backgroundThrottling: false,
  })
})

test('the scheme is standard and secure and goes around no policy', () => {
  expect(APP_SCHEME).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  })
})

describe('app://pingyi', () => {
  let folder: string
  let answer: (request: Request) => Promise<Response>
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pingyi-app-'))
    await writeFile(join(folder, 'index.html'), '<title>评议</title>')
    const handle = vi.fn()
    serveApp(fake<Pick<Protocol, 'handle'>>({ handle }), folder)
    expect(handle.mock.calls[0]?.[0]).toBe('app')
    answer = handle.mock.calls[0]?.[1]
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('serves the page with the policy', async () => {
    const response = await answer(new Request('app://pingyi/'))
    expect(await response.text()).toContain('评议')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
  test.each([
    ['another host', new Request('app://other/index.html')],
    ['a file outside', new Request('app://pingyi/..%2f..%2fetc%2fpasswd')],
    ['a post', new Request('app://pingyi/', { method: 'POST' })],
  ])('%s is not found', async (_what, request) => {
    const response = await answer(request)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

// Catches: a page that may use the camera; and one that may not copy, go full screen or keep its years, in Electron alone.
test.each([
  ['clipboard-sanitized-write', 'app://pingyi/', true],
  ['fullscreen', 'app://pingyi/#/2026/projector', true],
  ['persistent-storage', 'app://pingyi', true],
  ['clipboard-read', 'app://pingyi/', false],
  ['media', 'app://pingyi/', false],
  ['notifications', 'app://pingyi/', false],
  ['fileSystem', 'app://pingyi/', false],
  ['fullscreen', 'https://example.com/', false],
  ['fullscreen', 'app://pingyi.evil.example/', false],
  ['persistent-storage', '', false],
])('%s, asked or checked by %s: %s', (permission, url, granted) => {
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setDisplayMediaRequestHandler: vi.fn(),
  }
  denyPermissions(fake<Session>(session))
  const answer = vi.fn()
  const ask = session.setPermissionRequestHandler.mock.calls[0]?.[0]
  ask(null, permission, answer, { requestingUrl: url, isMainFrame: true })
  expect(answer).toHaveBeenCalledExactlyOnceWith(granted)
  ask(null, permission, answer, { requestingUrl: url, isMainFrame: false })
  expect(answer, 'a frame of the page').toHaveBeenLastCalledWith(false)
  const check = session.setPermissionCheckHandler.mock.calls[0]?.[0]
  expect(check(null, permission, url, { isMainFrame: true })).toBe(granted)
  expect(check(null, permission, url, { isMainFrame: false }), 'a frame of the page').toBe(false)
  expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false)
  const stream = vi.fn()
  session.setDisplayMediaRequestHandler.mock.calls[0]?.[0]({}, stream)
  expect(stream).toHaveBeenCalledExactlyOnceWith(null)
})

// Catches: a look-up or a download that Chromium begins of its own accord.
test('Chromium asks nobody of its own accord', () => {
  const appendSwitch = vi.fn()
  denyBackgroundNetwork({ appendSwitch })
  const given = new Map(appendSwitch.mock.calls.map(([name, value]) => [name, value]))
  expect(given.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  for (const name of ['disable-background-networking', 'disable-component-update', 'no-proxy-server', 'no-pings'])
    expect(given.has(name), name).toBe(true)
})

test.each([
  ['app://pingyi/assets/a.js', false],
  ['blob:app://pingyi/0b5f', false],
  ['data:image/png;base64,AA==', false],
  ['devtools://devtools/bundled/x.js', true],
  ['https://example.com/', true],
  ['http://127.0.0.1/', true],
  ['app://pingyi.evil.example/', true],
  ['file:///etc/passwd', true],
  ['ws://127.0.0.1/', true],
])('a request for %s is cancelled: %s', (url, cancelled) => {
  const onBeforeRequest = vi.fn()
  denyNetwork(fake<Session>({ webRequest: { onBeforeRequest } }))
  const answer = vi.fn()
  onBeforeRequest.mock.calls[0]?.[0]({ url }, answer)
  expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel: cancelled })
})

test('no page of the app can leave it, open a window or hold a webview', () => {
  const listeners = new Map<string, (...args: never[]) => void>()
  denyNavigation(fake<Pick<App, 'on'>>({ on: (name: string, listener: () => void) => listeners.set(name, listener) }))
  const own = new Map<string, (event: object) => void>()
  const setWindowOpenHandler = vi.fn()
  const setWebRTCIPHandlingPolicy = vi.fn()
  const contents = fake<WebContents>({
    on: (name: string, listener: (event: object) => void) => own.set(name, listener),
    setWindowOpenHandler,
    setWebRTCIPHandlingPolicy,
  })
  listeners.get('web-contents-created')?.(...([{}, contents] as never[]))
  const prevented = (name: string, url: string) => {
    const preventDefault = vi.fn()
    own.get(name)?.({ url, preventDefault })
    return preventDefault.mock.calls.length === 1
  }
  expect(prevented('will-navigate', 'https://example.com/')).toBe(true)
  expect(prevented('will-navigate', 'app://pingyi.evil.example/')).toBe(true)
  expect(prevented('will-navigate', 'app://pingyi/index.html')).toBe(false)
  expect(prevented('will-frame-navigate', 'https://example.com/')).toBe(true)
  expect(prevented('will-frame-navigate', 'data:text/html,x')).toBe(true)
  expect(prevented('will-frame-navigate', 'blob:app://pingyi/1')).toBe(false)
  expect(setWebRTCIPHandlingPolicy).toHaveBeenCalledExactlyOnceWith('disable_non_proxied_udp')
  expect(prevented('will-redirect', 'app://pingyi/')).toBe(true)
  expect(prevented('will-attach-webview', '')).toBe(true)
  expect(setWindowOpenHandler.mock.calls[0]?.[0]({ url: 'app://pingyi/' })).toEqual({ action: 'deny' })
})

describe('calls over IPC', () => {
  const handlers = fake<Handlers>({
    'app.capabilities': () => ({ ok: true, data: { version: '1', can: { reveal: true, open: true } } }),
  })
  const call = async (senderFrame: unknown, name: unknown, input: unknown) => {
    const handle = vi.fn()
    answerIpc({ handle }, handlers, answered)
    return handle.mock.calls[0]?.[1](fake<IpcMainInvokeEvent>({ senderFrame }), name, input)
  }
  const answered = vi.fn()
  const own = { parent: null, origin: 'app://pingyi' }

  test('the app’s own main frame is answered', async () => {
    expect(await call(own, 'app.capabilities', {})).toMatchObject({ ok: true })
  })
  test.each([
    ['a frame inside the page', { parent: own, origin: 'app://pingyi' }],
    ['another origin', { parent: null, origin: 'https://example.com' }],
    ['a frame that is gone', null],
  ])('%s is refused unread', async (_who, frame) => {
    expect(await call(frame, 'app.capabilities', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  })
  test('a handler that throws is a structured reply without its message', async () => {
    const handle = vi.fn()
    answerIpc(
      { handle },
      fake<Handlers>({
        'app.capabilities': () => {
          throw new Error('secret 王某')
        },
      }),
      answered,
    )
    const reply = await handle.mock.calls[0]?.[1](
      fake<IpcMainInvokeEvent>({ senderFrame: own }),
      'app.capabilities',
      {},
    )
    expect(reply).toEqual({ ok: false, error: { code: 'internal', details: [] } })
  })
})

test('events go to every open page and to none that is gone', () => {
  const open = { send: vi.fn(), isDestroyed: () => false }
  const gone = { send: vi.fn(), isDestroyed: () => true }
  emitTo(() => [open, gone])('sheets.progress', { job: 'j', done: 1, total: 2, file: 'a.pdf' })
  expect(open.send).toHaveBeenCalledExactlyOnceWith('host:event', 'sheets.progress', {
    job: 'j',
    done: 1,
    total: 2,
    file: 'a.pdf',
  })
  expect(gone.send).not.toHaveBeenCalled()
})
