import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { needsStandardInput, readTellersInput } from './box-input.ts'
import { withUrn } from './box-urn.ts'
import { openStore } from './open-store.ts'

const usage = 'pingyi box open BOX.urn --tellers - [--json] [--void-damaged]'

/** `pingyi box open`: closes, opens, checks, counts, destroys; prints the counts, each time the same. */
export const boxOpen: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(
      args,
      {
        tellers: { type: 'string' },
        json: { type: 'boolean', default: false },
        'void-damaged': { type: 'boolean', default: false },
      },
      usage,
      1,
    )
    needsStandardInput(values.tellers, usage)
    const tellers = await readTellersInput(io)
    const options = { json: values.json, voidDamaged: values['void-damaged'] }
    return withUrn(positionals[0] ?? '', io, store => openStore(store, tellers, options, io))
  },
}
