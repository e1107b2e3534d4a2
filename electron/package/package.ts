import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { writeAfterInstall } from './after-install.ts'
import { builderConfig } from './builder-config.ts'
import { licencesFile, shippedPackages } from './licences.ts'
import { unusedModules } from './packed-modules.ts'

const NEEDS =
  '打包需要 Electron 运行环境（首次需联网从 github.com 下载，或用 ELECTRON_MIRROR 指定镜像），以及本系统的打包工具。'

const root = join(import.meta.dirname, '..', '..')

/** `npm run package`: builds, writes the licences, packs for this system. */
async function main(): Promise<number> {
  const built = spawnSync('npm', ['run', '-s', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (built.status !== 0 || !existsSync(join(root, 'out', 'main', 'main.js'))) return 1
  writeFileSync(join(root, 'out', 'licences.txt'), licencesFile(shippedPackages(root)))
  writeAfterInstall(root)
  try {
    const config = builderConfig(unusedModules(root), process.platform)
    const files = await build({ projectDir: root, config, targets: Platform.current().createTarget() })
    process.stdout.write(`${files.join('\n')}\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${NEEDS}\n${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

process.exitCode = await main()
