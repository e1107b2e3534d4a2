import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { EXIT, type Exit, InputError, type Io } from '#electron/cli/command.ts'
import { serveBox } from '#electron/host/box/serve-box.ts'
import { builtPage } from '#electron/host/station/built-page.ts'
import type { StationAnswer } from '#electron/host/station/station.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { serveFaultWords } from './box-words.ts'

/** Where `npm run build` leaves the ballot page. */
const PAGE = fileURLToPath(new URL('../../../out/ballot-page/index.html', import.meta.url))

export type ServeStoreOptions = {
  readonly host: string
  readonly port: number
  readonly names?: readonly string[]
  readonly database?: boolean
  /** Words for an error of that name on the way to the store; a vote was refused. */
  readonly trouble?: (name: string) => string
  readonly onAnswer?: (answer: StationAnswer) => void
}

/** The port that an option says; 0 is any free one. */
export function readPort(option: string, text: string, usage: string): number {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new InputError([`--${option} ${text}：应为 0 到 65535`, `用法：${usage}`])
  return port
}

/** The host that an option says. An empty one would mean every address of this computer to Node. */
export function readHost(text: string, usage: string): string {
  if (text.trim() === '') throw new InputError([`用法：${usage}`])
  return text
}

/** Runs the station of a box, wherever it is kept, until it is interrupted. */
export async function serveStore(
  store: BallotStore,
  { host, port, names = [], database = false, trouble, onAnswer }: ServeStoreOptions,
  io: Io,
): Promise<Exit> {
  const station = await serveBox(store, {
    host,
    port,
    names,
    database,
    page: (await builtPage(PAGE)) ?? PLAIN_PAGE,
    onBug: name => io.say(trouble?.(name) ?? `程序出错（${name}），这一票没有收下`),
    ...(onAnswer ? { onAnswer } : {}),
  })
  if (!station.ok) throw new InputError([serveFaultWords(station.error)])
  io.out(`${JSON.stringify({ url: station.value.url })}\n`)
  io.say(`投票站已开放：${station.value.url}  按 Ctrl+C 停止`)
  if (!io.signal.aborted) await once(io.signal, 'abort')
  await station.value.stop()
  io.say('投票站已停止，收到的选票都在票箱里')
  return EXIT.done
}
