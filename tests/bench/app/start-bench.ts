import { interleavedRounds, median } from '#tests/bench/rounds.ts'
import type { Section } from '#tests/bench/section.ts'
import { openBrowser } from '#tests/e2e/open-browser.ts'
import { startHost } from '#tests/e2e/start-host.ts'

const NAME = 'browser mode to its first screen'

/** Browser mode from the command, built before, to the first screen that a user can do something with. */
export async function startBench(): Promise<Section> {
  const browser = await openBrowser()
  const hosts: number[] = []
  try {
    const rounds = await interleavedRounds(
      [
        {
          name: NAME,
          run: async () => {
            const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
            const began = performance.now()
            const host = await startHost()
            hosts.push(performance.now() - began)
            await page.goto(host.url)
            await page.locator('[data-page="first-run"] button:enabled').first().waitFor()
            const took = performance.now() - began
            await page.context().close()
            await host.stop()
            return took
          },
        },
      ],
      7,
    )
    return {
      title: 'App: start of browser mode, an empty profile',
      rounds,
      ratios: {},
      notes: { startToFirstScreenMs: median(rounds.get(NAME) ?? []), startOfHostMs: median(hosts.slice(1)) },
    }
  } finally {
    await browser.close()
  }
}
