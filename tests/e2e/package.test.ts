import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { expect, test } from 'vitest'
import { builderConfig } from '#electron/package/builder-config.ts'
import { FUSES } from '#electron/package/fuses.ts'
import { licencesFile, shippedPackages } from '#electron/package/licences.ts'

const root = join(import.meta.dirname, '..', '..')
const MEGABYTE = 1024 * 1024

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
}

// Catches: a misspelt or outdated setting, which electron-builder meets only on the machine that packs.
test('electron-builder takes the configuration as it is', async () => {
  await validateConfiguration(builderConfig(['!node_modules/react/**']), new DebugLogger(false))
  const typo = { ...builderConfig([]), asarr: true }
  await expect(validateConfiguration(typo, new DebugLogger(false))).rejects.toThrow('asarr')
})

// Catches: a packaged program that can be started as a bare Node, inspected, or given another app's code.
test('every fuse that lets something in is off', () => {
  expect(FUSES).toEqual({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableCookieEncryption: true,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  })
})

// Catches: a package without its pages or workers, with sources or source maps, or that has grown beyond a download.
test('what is packed is the built app and nothing else', () => {
  const files = ['out/main', 'out/preload', 'out/renderer', 'out/ballot-page'].flatMap(filesUnder)
  for (const needed of [
    'out/main/main.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'out/ballot-page/index.html',
  ])
    expect(files).toContain(needed)
  expect(files.filter(file => /worker/.test(file)).length).toBeGreaterThanOrEqual(3)
  expect(files.filter(file => /\.(map|ts|tsx)$|(^|\/)tests?\//.test(file))).toEqual([])
  const bytes = files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0)
  expect(bytes).toBeLessThan(80 * MEGABYTE)
})

// Catches: a development tool that is shipped, or one that the program needs and is not.
test('only packages that the program uses are shipped', () => {
  const shipped = new Set(shippedPackages(root).map(each => each.name))
  for (const tool of [
    'vitest',
    'vite',
    'electron',
    'electron-builder',
    'playwright-core',
    'typescript',
    '@biomejs/biome',
  ])
    expect(shipped).not.toContain(tool)
  // What the built main process and its workers leave to node_modules.
  const imported = new Set(
    filesUnder('out/main')
      .filter(file => file.endsWith('.js'))
      .flatMap(file => [
        ...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?["']([^."'][^"']*)["']/g),
      ])
      .map(match => match[1] ?? '')
      .filter(name => !name.startsWith('node:') && name !== 'electron')
      .map(name =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  )
  expect(imported.size).toBeGreaterThan(3)
  expect([...imported].filter(name => !shipped.has(name) && existsSync(join(root, 'node_modules', name)))).toEqual([])
})

// Catches: something shipped without its licence, or under one that the app may not ship.
test('everything shipped is free to ship, and its licence goes along', () => {
  const packages = shippedPackages(root)
  expect(packages.length).toBeGreaterThan(30)
  const free =
    /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|OFL-1\.1|Zlib|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0)/
  expect(packages.filter(each => !free.test(each.licence)).map(each => `${each.name}: ${each.licence}`)).toEqual([])
  const text = licencesFile(packages)
  for (const each of packages) expect(text).toContain(`${each.name} ${each.version}`)
})

// Catches: an icon that electron-builder cannot make the Windows and macOS ones from.
test('the icon is a square of 1024 pixels', () => {
  const png = readFileSync(join(root, 'resources', 'icons', 'icon.png'))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024])
})
