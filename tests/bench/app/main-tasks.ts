import { once } from 'node:events'
import type { Browser } from 'playwright-core'

/** A task of a page's own thread, in milliseconds: by the clock, and what it computed; the rest it waited for a processor. */
export type MainTask = { readonly clock: number; readonly computed: number }

type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The tasks of the browser's pages while `work` runs, as the browser itself traces them. */
export async function mainTasksWhile(browser: Browser, work: () => Promise<void>): Promise<readonly MainTask[]> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent)
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  })
  await work()
  const complete = once(session as unknown as NodeJS.EventEmitter, 'Tracing.tracingComplete')
  await session.send('Tracing.end')
  await complete
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const pages = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  )
  const tasks = events.filter(event => event.name.endsWith('::RunTask') && pages.has(threadOf(event)))
  // Nothing found would look like a page that never computes.
  if (tasks.length === 0) throw new Error('the browser traced no task')
  return tasks.map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, computed: tdur / 1000 }))
}
