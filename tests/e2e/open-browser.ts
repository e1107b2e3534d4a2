import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Made for a cloud function; on a desk they would hide what a user's browser does. */
const NOT_AT_HOME = ['--single-process', '--disable-web-security', '--allow-running-insecure-content', '--no-zygote']

/** What the npm package starts Chromium with, less what no user's browser has. */
export function homeArguments(): string[] {
  return chromium.args.filter(argument => !NOT_AT_HOME.includes(argument))
}

/** A desk has a locale that can write Chinese; without one Chromium calls every saved file `download`. */
export const AT_HOME = { ...process.env, LC_ALL: 'C.UTF-8' }

/** The real Chromium that comes from npm, with `more` arguments. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...homeArguments(), ...more],
    env: AT_HOME,
    headless: true,
  })
}
