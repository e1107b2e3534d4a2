import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { DISK_WORKER } from '#electron/host/urn/disk-thread.ts'
import { withUrn } from './box-urn.ts'
import { readHost, readPort, serveStore } from './serve-store.ts'

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
    const port = readPort('port', values.port, usage)
    const host = readHost(values.host, usage)
    return withUrn(positionals[0] ?? '', io, store => serveStore(store, { host, port }, io), DISK_WORKER)
  },
}
