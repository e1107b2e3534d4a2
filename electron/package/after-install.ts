import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where the script lies that a deb runs when it is installed, from the repository's folder. */
export const AFTER_INSTALL = 'out/after-install.tpl'

/** electron-builder's own script and one line more. */
export function writeAfterInstall(root: string): void {
  const builder = dirname(createRequire(import.meta.url).resolve('app-builder-lib/package.json'))
  const own = readFileSync(join(builder, 'templates', 'linux', 'after-install.tpl'), 'utf8')
  writeFileSync(join(root, AFTER_INSTALL), `${own}\n${ALWAYS_A_SANDBOX}`)
}

// The script before it tries namespaces as root, who has them where UOS and Kylin deny them to users: the app would fall at once.
// Chromium takes namespaces first where it may, whatever the helper's mode.
// biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholder
const ALWAYS_A_SANDBOX = "chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox' || true\n"
