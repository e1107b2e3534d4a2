import type { Page } from 'playwright-core'

/** How long the page's own thread computed while `work` ran, in milliseconds: what else the machine does is not in it. */
export type BusyTime = (work: () => Promise<number>) => Promise<{ readonly took: number; readonly busy: number }>

/** Counts the page's computing time; `took` is what the work itself answers. */
export async function busyTime(page: Page): Promise<BusyTime> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const seconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  return async work => {
    const before = await seconds()
    const took = await work()
    return { took, busy: 1000 * ((await seconds()) - before) }
  }
}
