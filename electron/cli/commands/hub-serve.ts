import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, InputError } from '#electron/cli/command.ts'
import { type HealthOptions, type HubHealth, startHubHealth } from '#electron/host/hub/hub-health.ts'
import { hubMeter } from '#electron/host/hub/hub-meter.ts'
import type { HubStore } from '#electron/host/hub/hub-store.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import { withHubBox } from './hub-address.ts'
import { readHost, readPort, serveStore } from './serve-store.ts'

const usage = 'pingyi hub serve [--box ID] [--host H] [--port N] [--name NAME]… [--health [H:]N]'

/** `pingyi hub serve`: one of any number of stations, until it is interrupted. */
export const hubServe: Command = {
  usage,
  run: async (args, io) => {
    const { values } = readArguments(
      args,
      {
        box: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '0' },
        name: { type: 'string', multiple: true, default: [] },
        health: { type: 'string' },
      },
      usage,
      0,
    )
    const host = readHost(values.host, usage)
    const port = readPort('port', values.port, usage)
    const health = values.health === undefined ? null : readHealth(values.health)
    const meter = hubMeter(() => performance.now())
    const names = values.name.map(name => name.toLowerCase())
    return withHubBox(values.box, io, async store => {
      const answering = health === null ? null : await startHealth(store, { ...health, meter, stopping: io.signal })
      if (answering) io.say(`健康检查：${answering.url}health  ${answering.url}ready  ${answering.url}metrics`)
      try {
        return await serveStore(store, { host, port, names, database: true, trouble, onAnswer: meter.observe }, io)
      } finally {
        await answering?.stop()
      }
    })
  },
}

/** `N` or `H:N`. On this computer alone unless said: voters must not reach it. */
function readHealth(text: string): Pick<HealthOptions, 'host' | 'port'> {
  const [, host, port = text] = /^(.+):([^:]*)$/.exec(text) ?? []
  return { host: host?.replace(/^\[(.+)\]$/, '$1') ?? '127.0.0.1', port: readPort('health', port, usage) }
}

async function startHealth(store: HubStore, options: HealthOptions): Promise<HubHealth> {
  try {
    return await startHubHealth(store, options)
  } catch (error) {
    if (!isDiskError(error)) throw error
    throw new InputError([`--health ${options.port}：不能用（${error.code}）`])
  }
}

/** The database is told apart from a bug of ours; either way the phone keeps its ballot and tries again. */
function trouble(name: string): string {
  return name === 'HubFailure' ? '数据库连不上，或不能读写；这一票没有收下' : `程序出错（${name}），这一票没有收下`
}
