import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { expect, test } from 'vitest'
import { builderConfig } from '#electron/package/builder-config.ts'
import { FUSES } from '#electron/package/fuses.ts'
import { licencesFile, shippedPackages } from '#electron/package/licences.ts'
import { iconFiles } from '#resources/icons/icon-files.ts'

const root = join(import.meta.dirname, '..', '..')
const MEGABYTE = 1024 * 1024

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
}

// Catches: a misspelt or outdated setting, which electron-builder meets only on the machine that packs.
test.each(['win32', 'linux', 'darwin'] as const)('electron-builder takes the configuration for %s', async platform => {
  await validateConfiguration(builderConfig(['!node_modules/react/**'], platform), new DebugLogger(false))
  const typo = { ...builderConfig([], platform), asarr: true }
  await expect(validateConfiguration(typo, new DebugLogger(false))).rejects.toThrow('asarr')
})

// Catches: the portable program written over the installer, as both were once called; a second start of the portable one that
// clears away what runs; an uninstaller that empties a folder which somebody chose.
test('Windows gets an installer and a portable program that do not get in their way', () => {
  const { nsis, portable, fileAssociations } = builderConfig([], 'win32')
  expect(nsis?.artifactName).not.toBe(portable?.artifactName)
  expect(portable?.unpackDirName).toBe(true)
  expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, allowToChangeInstallationDirectory: false })
  const script = readFileSync(join(root, nsis?.include ?? ''), 'utf8')
  expect(script.startsWith('\ufeff')).toBe(true)
  const [kind] = [fileAssociations].flat()
  expect(script).toContain(`Software\\Classes\\${kind?.name}\\shell\\open`)
})

// Catches: a packaged program that can be started as a bare Node, inspected, or given another app's code.
test('every fuse that lets something in is off', () => {
  expect(FUSES).toEqual({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableCookieEncryption: false,
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

/** The licences under which something may be shipped, each with words that its text has. */
const FREE: Readonly<Record<string, RegExp>> = {
  MIT: /Permission is hereby granted,\s+free\s+of\s+charge/,
  ISC: /Permission to use, copy, modify,\s+and\/?o?r? distribute/i,
  '0BSD': /Permission to use, copy, modify,\s+and\/or distribute/i,
  'BSD-2-Clause': /Redistribution and use in source and binary/i,
  'BSD-3-Clause': /Redistribution and use in source and binary/i,
  'Apache-2.0': /Apache License[,\s]+Version 2\.0/i,
  'OFL-1.1': /SIL OPEN FONT LICENSE/i,
  // Asks for no copy of itself beside a program.
  Zlib: /./,
  'BlueOak-1.0.0': /Blue Oak Model License/i,
}

// Catches: something shipped without the words of its licence, or under one that the app may not ship, also beside a free one.
test('everything shipped is free to ship, and its licence goes along in full', () => {
  const packages = shippedPackages(root)
  expect(packages.length).toBeGreaterThan(30)
  const file = licencesFile(packages)
  for (const { name, version, licence, text } of packages) {
    // Of a choice, one is enough; what is under two is under both.
    const choices = licence.replaceAll(/[()]/g, '').split(' OR ')
    const free = choices.some(choice => choice.split(' AND ').every(each => FREE[each]?.test(text)))
    expect(free, `${name}: ${licence}`).toBe(true)
    expect(file.includes(`${name} ${version}`) && file.includes(text.trim()), name).toBe(true)
  }
  // What is compiled into the scans' readers.
  const holders = ['The PDFium Authors', 'Louvain', 'Mozilla Corporation', 'zxing-cpp']
  expect(holders.filter(holder => !file.includes(holder))).toEqual([])
})

/** One zlib packs otherwise than another; the pixels are the same. */
function pixelsOf(png: Buffer): Buffer {
  const data = 41
  return inflateSync(png.subarray(data, data + png.readUInt32BE(data - 8)))
}

// Catches: icons that are not what their generator draws; a size that a system asks for and none is there.
test('the icons are those that are drawn, in the sizes that systems ask for', () => {
  const drawn = iconFiles()
  const kept = (name: string) => readFileSync(join(root, 'resources', 'icons', name))
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
    const name = `set/${size}x${size}.png`
    const png = drawn.get(name) ?? Buffer.alloc(0)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
    expect(pixelsOf(kept(name)).equals(pixelsOf(png)), name).toBe(true)
  }
  expect(kept('icon.ico').subarray(0, 6)).toEqual(drawn.get('icon.ico')?.subarray(0, 6))
  expect(kept('icon.icns').subarray(0, 4).toString()).toBe('icns')
})
