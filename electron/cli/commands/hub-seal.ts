import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { needsStandardInput } from './box-input.ts'
import { withHubBox } from './hub-address.ts'
import { HUB_PROMISE } from './hub-words.ts'
import { readSealTellers, sealStore } from './seal-store.ts'

const usage = 'pingyi hub seal [--box ID] --tellers -'

/** `pingyi hub seal`: the tellers make the key; prints its fingerprint, and tells what a hub promises. */
export const hubSeal: Command = {
  usage,
  run: async (args, io) => {
    const { values } = readArguments(args, { box: { type: 'string' }, tellers: { type: 'string' } }, usage, 0)
    needsStandardInput(values.tellers, usage)
    const tellers = await readSealTellers(io)
    return withHubBox(values.box, io, async store => {
      const exit = await sealStore(store, tellers, io)
      for (const line of HUB_PROMISE) io.say(line)
      return exit
    })
  },
}
