import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

// Chromium-family browsers by how well they are kept up; the domestic ones stand on UOS and Kylin desktops.
const LINUX = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'uos-browser-stable',
  'uos-browser',
  'qaxbrowser-safe-stable',
  'qaxbrowser-safe',
  'browser360-cn-stable',
  'brave-browser',
  'vivaldi-stable',
] as const

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  '360ChromeX\\Chrome\\Application\\360ChromeX.exe',
  '360Chrome\\Chrome\\Application\\360chrome.exe',
  '360se6\\Application\\360se.exe',
  'Qianxin\\Qaxbrowser\\Application\\qaxbrowser.exe',
  'Tencent\\QQBrowser\\QQBrowser.exe',
] as const

const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
  '360Chrome.app/Contents/MacOS/360Chrome',
] as const

/** The installed Chromium-family browser that browser mode opens as an app window; null where there is none. */
export function findBrowser(platform: NodeJS.Platform, environment: Environment): string | null {
  return candidates(platform, environment).find(isProgram) ?? null
}

function candidates(platform: NodeJS.Platform, environment: Environment): string[] {
  switch (platform) {
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA', 'APPDATA']
        .flatMap(name => environment[name] ?? [])
        .flatMap(folder => WINDOWS.map(program => join(folder, program)))
    case 'darwin':
      return ['/Applications', join(environment['HOME'] ?? '/', 'Applications')].flatMap(folder =>
        MAC.map(program => join(folder, program)),
      )
    default:
      return LINUX.flatMap(program =>
        (environment['PATH'] ?? '').split(delimiter).map(folder => join(folder || '.', program)),
      )
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
