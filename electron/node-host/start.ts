import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { keepCompiledCode } from '#electron/host/compile-cache.ts'
import { dataFolder } from '#electron/host/data-folder.ts'
import { openAppWindow } from './app-window.ts'
import { DEFAULT_PORT, startArguments } from './arguments.ts'
import type { BrowserMode } from './browser-mode.ts'
import { electronProgram, fetchElectron, mayHaveSandbox, runElectron } from './electron-runtime.ts'
import { findBrowser } from './find-browser.ts'
import { hasDisplay } from './open-in-system.ts'

const FETCH_LIMIT = 180_000
const root = join(import.meta.dirname, '..', '..')
const say = (line: string) => console.error(line)

const args = startArguments(process.argv.slice(2))
if (!args) {
  say(`用法：npm start -- [--browser] [--port 端口] [--data 数据文件夹] [--no-open]`)
  process.exit(2)
}
const display = hasDisplay(process.platform, process.env)
const program = args.browser ? null : await findElectron()
process.exitCode = (program && (await inElectron(program))) ?? (await serve())

/** Electron where its runtime can be had; otherwise one line says why not. */
async function findElectron(): Promise<string | null> {
  if (!display) {
    say('这台机器没有显示器，改用浏览器模式：')
    return null
  }
  if (!mayHaveSandbox()) {
    say('root 用户没有 Electron 所需的沙盒，改用浏览器模式（请用普通用户启动）：')
    return null
  }
  const present = electronProgram()
  if (present) return present
  say('首次启动，正在获取 Electron 运行环境（一百多兆，最多等三分钟）…')
  if (await fetchElectron(FETCH_LIMIT)) return electronProgram()
  say('无法获取 Electron 运行环境（国内可用 ELECTRON_MIRROR 指定镜像再试），改用浏览器模式：')
  return null
}

/** Its exit code; null where it could not start, said in one line. */
async function inElectron(program: string): Promise<number | null> {
  const code = await runElectron(program, root).catch(() => null)
  if (code === null) say('Electron 无法在这台机器上启动（多因系统不允许它的沙盒，或缺少系统库），改用浏览器模式：')
  return code
}

async function serve(): Promise<number> {
  if (!args) return 2
  const renderer = join(root, 'out', 'renderer')
  if (!existsSync(join(renderer, 'index.html'))) {
    say('界面尚未构建，请先运行 npm run build')
    return 1
  }
  const data = args.data === undefined ? dataFolder(process.platform, process.env, homedir()) : resolve(args.data)
  keepCompiledCode()
  const { startBrowserMode } = await import('./browser-mode.ts')
  const mode = await startBrowserMode({
    data,
    port: args.port,
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    renderer,
    documents: args.data === undefined ? undefined : join(data, 'documents'),
  }).catch((error: NodeJS.ErrnoException) => error)
  if (mode instanceof Error) {
    if (mode.code !== 'EADDRINUSE') throw mode
    // Another port would be another origin, and the user's years would seem gone.
    say(`端口 ${args.port} 已被其他程序占用。请关闭它再启动；只有第一次使用时才可改用 --port（默认 ${DEFAULT_PORT}）。`)
    return 1
  }
  console.log(mode.url)
  const opened = args.open && display && (await openWindow(mode, data))
  say(mode.joined ? '评议已在运行。' : '评议已启动；按 Ctrl+C 结束。')
  if (!opened) say('请用浏览器（谷歌、Edge、奇安信、统信、360 均可）打开上面的地址。')
  if (!mode.joined) await untilStopped(mode, opened)
  return 0
}

async function openWindow(mode: BrowserMode, data: string): Promise<boolean> {
  const browser = findBrowser(process.platform, process.env)
  return browser !== null && openAppWindow(browser, mode.url, data)
}

/** Until Ctrl+C, or until the last window is closed where this start opened one. */
function untilStopped(mode: BrowserMode, opened: boolean): Promise<void> {
  return new Promise(done => {
    const stop = () => {
      mode.stop().then(done)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    if (opened) mode.whenAllLeft(stop)
  })
}
