import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { needsStandardInput } from './box-input.ts'
import { withUrn } from './box-urn.ts'
import { readSealTellers, sealStore } from './seal-store.ts'

const usage = 'pingyi box seal BOX.urn --tellers -'

/** `pingyi box seal`: the tellers make the key in the room; prints its fingerprint. */
export const boxSeal: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, { tellers: { type: 'string' } }, usage, 1)
    needsStandardInput(values.tellers, usage)
    const tellers = await readSealTellers(io)
    return withUrn(positionals[0] ?? '', io, store => sealStore(store, tellers, io))
  },
}
