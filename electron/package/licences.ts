import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceText, MIT_WORDS } from './licence-text.ts'

export type ShippedPackage = {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

type Manifest = {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

/**
 * Every package that the app ships, its dependencies' dependencies too, in the order of their names; or those that `names`
 * need.
 */
export function shippedPackages(
  root: string,
  names = Object.keys(manifestOf(root).dependencies ?? {}),
): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>()
  const visit = (name: string, from: string) => {
    const folder = folderOf(name, from, root)
    if (!folder || found.has(folder)) return
    const manifest = manifestOf(folder)
    const { author = manifest.name } = manifest
    const text = licenceText(folder, manifest.license, typeof author === 'string' ? author : author.name)
    found.set(folder, {
      name: manifest.name,
      version: manifest.version,
      // png-js names none but carries MIT's words.
      licence: manifest.license ?? (text.includes(MIT_WORDS) ? 'MIT' : ''),
      text,
    })
    for (const dependency of Object.keys(manifest.dependencies ?? {})) visit(dependency, folder)
  }
  for (const name of names) visit(name, root)
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Compiled into a package that names it on its page only. */
const INSIDE = { name: 'zxing-cpp', of: 'zxing-wasm', licence: 'Apache-2.0', sameTextAs: 'pdfjs-dist' } as const

function carried(packages: readonly ShippedPackage[]): ShippedPackage[] {
  const [carrier, text] = [INSIDE.of, INSIDE.sameTextAs].map(name => packages.find(each => each.name === name))
  if (!carrier || !text) return []
  return [
    { name: INSIDE.name, version: `(${carrier.name} ${carrier.version})`, licence: INSIDE.licence, text: text.text },
  ]
}

/** All of it as one text to lie beside the program. */
export function licencesFile(packages: readonly ShippedPackage[]): string {
  const parts = [...packages, ...carried(packages)].map(
    each => `${each.name} ${each.version}\n${each.licence}\n\n${each.text.trim()}\n`,
  )
  return ['评议使用了以下开源软件，谨此致谢。\n', ...parts].join(`\n${'-'.repeat(72)}\n\n`)
}

/** Node's own way of finding a package: the nearest node_modules upwards. */
function folderOf(name: string, from: string, root: string): string | null {
  for (let folder = from; folder.length >= root.length; folder = join(folder, '..')) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
  }
  return null
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}
