import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, InputError } from '#electron/cli/command.ts'
import { serveBox } from '#electron/host/box/serve-box.ts'
import { builtPage } from '#electron/host/station/built-page.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import { withUrn } from './box-urn.ts'
import { serveFaultWords } from './box-words.ts'

/** Where `npm run build` leaves the ballot page. */
const PAGE = fileURLToPath(new URL('../../../out/ballot-page/index.html', import.meta.url))

const usage = 'pingyi box serve BOX.urn [--host H] [--port N]'

/** `pingyi box serve`: the station, until it is interrupted. */
export const boxServe: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(
      args,
      { host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '0' } },
      usage,
      1,
    )
    const port = /^[0-9]{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    if (!(port <= 65_535)) throw new InputError([`--port ${values.port}：应为 0 到 65535`, `用法：${usage}`])
    // An empty host would mean every address of this computer to Node.
    if (values.host.trim() === '') throw new InputError([`用法：${usage}`])
    return withUrn(positionals[0] ?? '', io, async store => {
      const station = await serveBox(store, {
        host: values.host,
        port,
        page: (await builtPage(PAGE)) ?? PLAIN_PAGE,
        onBug: name => io.say(`程序出错（${name}），这一票没有收下`),
      })
      if (!station.ok) throw new InputError([serveFaultWords(station.error)])
      io.out(`${JSON.stringify({ url: station.value.url })}\n`)
      io.say(`投票站已开放：${station.value.url}  按 Ctrl+C 停止`)
      if (!io.signal.aborted) await once(io.signal, 'abort')
      await station.value.stop()
      io.say('投票站已停止，收到的选票都在票箱里')
      return EXIT.done
    })
  },
}
