import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, type Exit, InputError, type Io } from '#electron/cli/command.ts'
import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { newToken } from '#electron/host/report/new-token.ts'
import { setOfficeKey } from '#electron/host/report/office-store.ts'
import { type ReportServer, type ReportServerOptions, startReportServer } from '#electron/host/report/report-server.ts'
import { builtPage } from '#electron/host/station/built-page.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import { withDatabase } from './hub-address.ts'
import { hubFaultExit, hubFaultWords } from './hub-words.ts'
import { readHost, readPort } from './serve-store.ts'

const usage = 'pingyi hub report key | serve [--host H] [--port N] [--name NAME]…'

/** Where `npm run build` leaves the reporting page. */
const PAGE = fileURLToPath(new URL('../../../out/report-page/index.html', import.meta.url))

/** `pingyi hub report`: makes the office's key, and serves the page at which unions and instructors report. */
export const hubReport: Command = {
  usage,
  run: async ([act, ...rest], io) => {
    if (act === 'key') {
      readArguments(rest, {}, usage, 0)
      return withTables(io, db => makeKey(db, io))
    }
    if (act !== 'serve') throw new InputError([`用法：${usage}`])
    const { values } = readArguments(
      rest,
      {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '0' },
        name: { type: 'string', multiple: true, default: [] },
      },
      usage,
      0,
    )
    const host = readHost(values.host, usage)
    const port = readPort('port', values.port, usage)
    const names = values.name.map(name => name.toLowerCase())
    const page = await builtPage(PAGE)
    if (!page) throw new InputError(['报送页面没有装好，请先运行 npm run build'])
    return withTables(io, async db => {
      const onBug = (name: string) =>
        io.say(name === 'HubFailure' ? '数据库连不上，或不能读写；这一次没有存上' : `程序出错（${name}）`)
      const server = await start({ db, host, port, names, page, onBug })
      io.out(`${JSON.stringify({ url: server.url })}\n`)
      io.say(`网上报送已开放：${server.url}  按 Ctrl+C 停止`)
      if (!io.signal.aborted) await once(io.signal, 'abort')
      await server.stop()
      io.say('网上报送已停止，存上的内容都在数据库里')
      return EXIT.done
    })
  },
}

/** The key is shown once; the database keeps its hash. */
async function makeKey(db: HubDatabase, io: Io): Promise<Exit> {
  const key = newToken()
  await setOfficeKey(db, key)
  io.out(`${key}\n`)
  io.say('上面一行是主办工会的管理密钥，只显示这一次；以前的密钥已作废')
  return EXIT.done
}

async function withTables(io: Io, use: (db: HubDatabase) => Promise<Exit>): Promise<Exit> {
  return withDatabase(io, async db => {
    const ready = await migrate(db)
    if (ready.ok) return use(db)
    const fault = { code: ready.error }
    io.say(hubFaultWords(fault))
    return hubFaultExit(fault)
  })
}

async function start(options: ReportServerOptions): Promise<ReportServer> {
  try {
    return await startReportServer(options)
  } catch (error) {
    if (!isDiskError(error)) throw error
    throw new InputError([`${options.host}:${options.port}：不能用（${error.code}）`])
  }
}
