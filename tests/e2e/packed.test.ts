import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileFunction, createContext } from 'node:vm'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { FUSES } from '#electron/package/fuses.ts'
import { importedPackages } from '#electron/package/packed-modules.ts'
import { type PackedApp, packApp } from '#tests/fixtures/pack-app.ts'
import { startPacked } from '#tests/fixtures/start-packed.ts'

// Electron's runtime is not here, so the nearest to a window: electron-builder packs the app around an empty runtime, the
// archive is taken apart far from this repository, and the app in it is started by Node with only `electron` being a fake.

const root = join(import.meta.dirname, '..', '..')
const MEGABYTE = 1024 * 1024

let folder: string
let packed: PackedApp
let files: readonly string[]
let fake: Awaited<ReturnType<typeof startPacked>>
/** What the app gave Electron to call, and what it asked of it, at its start. */
let channel: unknown
let onCall: (...args: unknown[]) => Promise<unknown>
let onPage: (request: Request) => Promise<Response>
let loaded: unknown[][]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-packed-'))
  packed = await packApp(folder)
  files = (await readdir(packed.app, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(packed.app.length + 1))
  for (const name of ['HOME', 'USERPROFILE', 'XDG_DATA_HOME', 'LOCALAPPDATA']) vi.stubEnv(name, join(folder, 'home'))
  fake = await startPacked(packed.app)
  const [named, answer] = fake.electron.ipcMain.handle.mock.calls[0] ?? []
  channel = named
  onCall = answer as typeof onCall
  onPage = fake.electron.protocol.handle.mock.calls[0]?.[1] as typeof onPage
  loaded = fake.windows()[0]?.loadURL.mock.calls ?? []
}, 240_000)
afterAll(async () => {
  fake.electron.app.emit('will-quit', { preventDefault: () => {} })
  vi.unstubAllEnvs()
  process.removeAllListeners('uncaughtException')
  process.removeAllListeners('unhandledRejection')
  await rm(folder, { recursive: true, force: true })
})

const OWN = { parent: null, origin: 'app://pingyi' }
const call = (name: string, input: unknown, senderFrame: unknown = OWN) => onCall({ senderFrame }, name, input)
const page = (path: string) => onPage(new Request(new URL(path, 'app://pingyi/')))
const told = (name: string) =>
  vi.waitFor(
    () => {
      const event = fake.windows()[0]?.webContents.send.mock.calls.find(([, each]) => each === name)
      if (!event) throw new Error(`${name} was not told`)
      return event[2]
    },
    { timeout: 60_000 },
  )

// Catches: a first start that ends at an import, a path or a call out of turn.
test('the packed app starts and opens its window', () => {
  expect(fake.windows()).toHaveLength(1)
  const [window] = fake.windows()
  expect(loaded).toEqual([['app://pingyi/']])
  expect(window?.options).toMatchObject({ webPreferences: { sandbox: true, contextIsolation: true } })
  const preload = join(packed.app, 'out', 'preload', 'preload.cjs')
  expect(window?.options).toMatchObject({ webPreferences: { preload } })
})

// Catches: a preload that needs what a sandbox has not: it then ends at its first line, and the page has no host.
test('the preload runs with what a sandbox has, and gives the page two functions', async () => {
  const text = await readFile(join(packed.app, 'out', 'preload', 'preload.cjs'), 'utf8')
  const exposed = vi.fn()
  const electron = {
    contextBridge: { exposeInMainWorld: exposed },
    ipcRenderer: { invoke: vi.fn(async () => ({ ok: true })), on: vi.fn(), off: vi.fn() },
  }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  // As Electron calls it: a function of these names, in a context without Node.
  const names = ['exports', 'require', 'module', 'process', 'global'] as const
  const wrapped = compileFunction(text, names, { parsingContext: createContext({ Promise }) })
  const module = { exports: {} }
  wrapped(module.exports, require, module, { type: 'renderer', sandboxed: true }, {})
  expect(exposed).toHaveBeenCalledTimes(1)
  const [name, host] = exposed.mock.calls[0] ?? []
  expect([name, Object.keys(host)]).toEqual(['host', ['request', 'on']])
  await host.request('app.capabilities', {})
  expect(electron.ipcRenderer.invoke).toHaveBeenCalledWith(channel, 'app.capabilities', {})
})

// Catches: a white window: a page or one of its parts not packed, without its type, or against the page's own policy.
test('the window’s page comes with its policy and everything that it names', async () => {
  const seen = new Set<string>()
  const queue = ['/']
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const response = await page(path)
    expect(response.status, path).toBe(200)
    expect(response.headers.get('content-security-policy'), path).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const type = response.headers.get('content-type') ?? ''
    if (!/html|javascript|css/.test(type)) {
      expect(type, path).not.toBe('')
      continue
    }
    const text = await response.text()
    if (path === '/') expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|https?:\/\//)
    // What a page, a style or a module names beside itself.
    for (const [, name] of text.matchAll(
      /["'(`](?:\.\/)?((?:assets\/)?[\w.-]+\.(?:js|css|woff2|ttf|svg|png|json))["')`]/g,
    )) {
      const target = new URL(`${name}`.replace(/^assets\//, '/assets/'), new URL(path, 'app://pingyi/')).pathname
      if (files.includes(`out/renderer${target}`)) queue.push(target)
      else expect(path === '/' ? target : '', 'named by the page').toBe('')
    }
  }
  expect(seen.size).toBeGreaterThan(100)
  expect((await page('/../main/main.js')).status).toBe(404)
  expect((await page('/%2e%2e/%2e%2e/package.json')).status).toBe(404)
})

// Catches: a worker or a font that is not packed; a dependency that was taken for the pages' alone.
test('calls are answered by the packed workers, and only to the app’s own page', async () => {
  const evaluation = await readFile(join(root, 'resources', 'sample', '2026.pingyi.json'), 'utf8')
  expect(await call('app.capabilities', {})).toMatchObject({ ok: true, data: { can: { open: true, projector: true } } })
  for (const stranger of [
    null,
    { parent: OWN, origin: 'app://pingyi' },
    { parent: null, origin: 'https://example.com' },
  ])
    expect(await call('app.capabilities', {}, stranger)).toMatchObject({ error: { code: 'not-allowed' } })
  expect(await call('no.such.call', {})).toMatchObject({ error: { code: 'bad-request' } })

  const roster = await readFile(join(root, 'resources', 'templates', '登记表（示例）.xlsx'))
  const read = await call('workbooks.readRoster', { name: '登记表.xlsx', base64: roster.toString('base64') })
  expect(read).toMatchObject({ ok: true })

  const started = await call('sheets.start', {
    evaluation,
    forms: ['evaluation-record'],
    instructors: ['i01'],
    word: true,
  })
  expect(started).toMatchObject({ ok: true })
  const finished = await told('sheets.finished')
  const sheet = await readFile(join(finished.folder, finished.files[0].file))
  expect(sheet.subarray(0, 5).toString()).toBe('%PDF-')

  const settings = { fonds: 'X001', body: '', separator: '', retention: '' }
  const archive = await call('archive.create', { evaluation, settings })
  expect(archive).toMatchObject({ ok: true })
  await told('archive.finished')
  expect(await call('archive.verify', { year: 2026, number: 1 })).toMatchObject({ ok: true, data: { lines: [] } })
}, 180_000)

// Catches: development tools, sources, another system's machine code, the pages' packages a second time; a package that grows.
test('what is packed is what the app uses', async () => {
  const modules = files.filter(file => file.startsWith('node_modules/'))
  const names = new Set(modules.map(file => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]))
  const shell = createRequire(join(packed.app, 'out', 'main', 'main.js'))
  for (const name of importedPackages(root)) expect(names, name).toContain(name)
  for (const tool of ['node', 'electron', 'vite', 'vitest', 'typescript', 'react', '@mantine/core', 'chart.js'])
    expect(names, tool).not.toContain(tool)
  expect(shell.resolve('piscina')).toContain(packed.app)
  expect(files.filter(file => /\.(ts|tsx|map|node|md)$/.test(file))).toEqual([])
  expect(files.filter(file => /^(?!node_modules|out\/|package\.json$)/.test(file))).toEqual([])
  const archive = await readFile(join(packed.packed, 'resources', 'app.asar'))
  expect(archive.length).toBeLessThan(90 * MEGABYTE)
  expect(await readdir(join(packed.packed, 'locales'))).toEqual(['zh-CN.pak'])
})

// Catches: packages that electron-builder refuses at the last step, on the machine of whoever packs; one started without its
// sandbox; Chinese in the folder of a program; a desktop that opens no backup with it.
test('deb and AppImage come as far as their tools', () => {
  const { arguments: fpm, desktop, afterInstall, kinds } = packed.deb
  const after = (name: string) => fpm[fpm.indexOf(name) + 1] ?? ''
  expect(after('--name')).toBe('pingyi')
  expect(after('--maintainer')).toMatch(/^.+ <.+@.+>$/)
  expect(fpm.some(each => each.endsWith('linux-unpacked/=/opt/pingyi'))).toBe(true)
  for (const size of [16, 32, 48, 128, 256, 512])
    expect(fpm.some(each => each.endsWith(`=/usr/share/icons/hicolor/${size}x${size}/apps/pingyi.png`))).toBe(true)
  expect(kinds).toContain('<glob pattern="*.pingyi"/>')
  expect(desktop).toContain('Exec=/opt/pingyi/pingyi %U')
  for (const entry of [desktop, packed.appImage.desktop]) {
    expect(entry).toContain('Name=评议')
    expect(entry).toContain('StartupWMClass=pingyi')
    expect(entry).toContain('MimeType=application/x-pingyi;')
    expect(entry).not.toContain('--no-sandbox')
  }
  expect(afterInstall.trimEnd().split('\n').at(-1)).toBe("chmod 4755 '/opt/pingyi/chrome-sandbox' || true")
})

// Catches: a licence that does not go along, for the app, for Electron and Chromium, for every package.
test('the licences lie beside the program', async () => {
  const beside = await readdir(packed.packed)
  expect(beside).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']))
  const resources = await readdir(join(packed.packed, 'resources'))
  expect(resources).toEqual(expect.arrayContaining(['第三方许可.txt', '评议许可.txt']))
  expect(resources).not.toContain('app.asar.unpacked')
})

// Catches: a fuse that is decided in a table and never set in the program; one that a new Electron adds and nobody decides.
test('the fuses are set in the packed program, and one more stops the packing', async () => {
  const wire = await getCurrentFuseWire(packed.program)
  for (const [name, on] of Object.entries(FUSES)) {
    const index = FuseV1Options[name as keyof typeof FuseV1Options]
    expect(wire[index], name).toBe(on ? FuseState.ENABLE : FuseState.DISABLE)
  }
  const { dummyRuntime } = await import('#tests/fixtures/pack-app.ts')
  const { setFuses } = await import('#electron/package/fuses.ts')
  const appOutDir = await dummyRuntime(join(folder, 'newer'), '1011000111')
  const context = { appOutDir, electronPlatformName: 'linux', packager: { executableName: 'electron', appInfo: {} } }
  // The three that setFuses reads of electron-builder's context.
  await expect(setFuses(context as never)).rejects.toThrow(/fuse/i)
})
