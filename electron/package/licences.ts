import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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
  readonly dependencies?: Readonly<Record<string, string>>
}

const MIT_WORDS = 'Permission is hereby granted, free of charge'

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
    const text = licenceText(folder)
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

/** All of it as one text to lie beside the program. */
export function licencesFile(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(each => `${each.name} ${each.version}\n${each.licence}\n\n${each.text.trim()}\n`)
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

function licenceText(folder: string): string {
  const file = readdirSync(folder).find(name => /^(licen[cs]e|copying)/i.test(name))
  return file ? readFileSync(join(folder, file), 'utf8') : ''
}
