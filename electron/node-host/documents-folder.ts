import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The user's documents: where the system says that they are, which on an office's Windows is often another disk; else the folder
 * of that name, else the home itself.
 */
export async function documentsFolder(): Promise<string> {
  const home = homedir()
  const told = await toldBySystem(process.platform, process.env, home)
  const usual = ['Documents', '文档'].map(name => join(home, name))
  return [told, ...usual].find(folder => folder !== null && existsSync(folder)) ?? home
}

async function toldBySystem(platform: NodeJS.Platform, environment: Environment, home: string): Promise<string | null> {
  switch (platform) {
    case 'win32':
      return folderInRegistry(await askRegistry(), environment)
    case 'linux':
      return folderInUserDirs(await readUserDirs(environment, home), home)
    default:
      return null
  }
}

const SHELL_FOLDERS = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders'

function askRegistry(): Promise<string> {
  return new Promise(resolve => {
    const asked = { encoding: 'buffer' as const, timeout: 5000, windowsHide: true }
    execFile('reg.exe', ['query', SHELL_FOLDERS, '/v', 'Personal'], asked, (error, text) =>
      // A console of Chinese Windows writes GBK.
      resolve(error ? '' : new TextDecoder('gb18030').decode(text)),
    )
  })
}

/** The folder in what `reg query` answers, its `%NAMES%` filled in; null where it is not there. */
export function folderInRegistry(answer: string, environment: Environment): string | null {
  const value = /^\s*Personal\s+REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/m.exec(answer)?.[1]
  const names = new Map(Object.entries(environment).map(([name, text]) => [name.toUpperCase(), text]))
  return value?.replaceAll(/%([^%]+)%/g, (whole, name: string) => names.get(name.toUpperCase()) ?? whole) ?? null
}

function readUserDirs(environment: Environment, home: string): Promise<string> {
  const file = join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'user-dirs.dirs')
  return readFile(file, 'utf8').catch(() => '')
}

/** The folder in a desktop's list of the user's folders; null where it is not there. */
export function folderInUserDirs(text: string, home: string): string | null {
  const value = /^XDG_DOCUMENTS_DIR="(.+)"\s*$/m.exec(text)?.[1]
  return value?.replace(/^\$HOME(?=\/|$)/, () => home) ?? null
}
