import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { shippedPackages } from './licences.ts'

/** The packages that the built main process and its workers leave to `node_modules`, by name. */
export function importedPackages(root: string): string[] {
  const main = join(root, 'out', 'main')
  const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter(file => /\.[cm]?js$/.test(file))
  const names = files.flatMap(file => {
    const text = readFileSync(join(main, file), 'utf8')
    // `load` and `resolve` are createRequire's.
    const found = text.matchAll(
      /(?:\bfrom|\bimport|\b(?:import|require|load|resolve)\()\s*["']([^."'\s/][^"'\s]*)["']/g,
    )
    return [...found].map(match => match[1] ?? '')
  })
  const packages = names
    .filter(name => !isBuiltin(name) && name !== 'electron')
    .map(name => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
  return [...new Set(packages)].toSorted()
}

/**
 * What electron-builder would pack from `node_modules` and the packaged app never reads: what the pages use is built into
 * them, of the sheets' font two weights are printed, and piscina does without its one native module.
 */
export function unusedModules(root: string): string[] {
  const used = new Set(shippedPackages(root, importedPackages(root)).map(each => each.name))
  const built = shippedPackages(root).filter(each => !used.has(each.name))
  return [
    ...new Set(built.map(each => `!node_modules/${each.name}/**`)),
    // Never a dependency of what runs: types, and what is there where it happens to be.
    '!node_modules/{@types,@napi-rs,undici-types,pg-cloudflare}/**',
    '!node_modules/@expo-google-fonts/noto-serif-sc/{200ExtraLight,300Light,500Medium,600SemiBold,800ExtraBold,900Black}/**',
    // Built for browsers.
    '!node_modules/pdfmake/{build,fonts}/**',
    '!node_modules/docx/dist/*.{cjs,iife.js}',
    '!node_modules/docx/dist/{layout,shapes}.*',
  ]
}
