import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { seenText } from './app.ts'

type Where = {
  /** A dialog's head is a `<header>` of its own, which axe takes for a second banner. */
  readonly dialog?: boolean
}

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/** What axe calls a barrier on the page as it stands, and what cannot be read in the dark: all else is the same there. */
export async function barriers(page: Page, where: Where = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    await settled(page)
    const { violations } = await page.evaluate(
      ({ dialog, runOnly }) =>
        (window as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly,
          rules: {
            // Mantine's portals (notices, the drop overlay) stand outside of the landmarks by their nature.
            region: { enabled: false },
            'landmark-no-duplicate-banner': { enabled: !dialog },
            'landmark-unique': { enabled: !dialog },
          },
        }),
      { dialog: where.dialog ?? false, runOnly: colorScheme === 'dark' ? ['color-contrast'] : EVERYTHING },
    )
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html.slice(0, 200)}`))
  }
  return found
}

/** Waits until nothing fades or moves (but what turns for ever): what is half there has a contrast of its own. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(each => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(animation => animation.finished))
  })
}

/** Programs and endings that people know by these names. */
const KNOWN = ['PDF', 'Excel', 'WPS', 'Word', 'json', 'pingyi', 'xlsx', 'csv']

/** English on the page, and what stands for words that were not there. */
export async function foreignWords(page: Page): Promise<string[]> {
  const words = (await seenText(page)).match(/[A-Za-z]{3,}|undefined|NaN|\[object/g) ?? []
  return words.filter(word => !KNOWN.includes(word))
}

/** By how much the page is wider than its window. */
export async function tooWide(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return over > 0 ? [`${over} px too wide`] : []
}
