import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { needsStandardInput, readTellersInput } from './box-input.ts'
import { withHubBox } from './hub-address.ts'
import { openStore } from './open-store.ts'

const usage = 'pingyi hub open [--box ID] --tellers - [--json] [--void-damaged]'

/** `pingyi hub open`: closes for every station, opens, checks, counts, drops; prints the counts, each time the same. */
export const hubOpen: Command = {
  usage,
  run: async (args, io) => {
    const { values } = readArguments(
      args,
      {
        box: { type: 'string' },
        tellers: { type: 'string' },
        json: { type: 'boolean', default: false },
        'void-damaged': { type: 'boolean', default: false },
      },
      usage,
      0,
    )
    needsStandardInput(values.tellers, usage)
    const tellers = await readTellersInput(io)
    const options = { json: values.json, voidDamaged: values['void-damaged'] }
    return withHubBox(values.box, io, store => openStore(store, tellers, options, io))
  },
}
