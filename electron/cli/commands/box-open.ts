import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { withUrns } from './box-urn.ts'
import { openOptions, readOpening } from './open-options.ts'
import { openStores } from './open-stores.ts'

const usage =
  'pingyi box open BOX.urn… --tellers - [--json] [--void-damaged] [--lost-halls N] [--suggestions release|destroy]'

/**
 * `pingyi box open`: closes, opens, checks, counts, destroys, one box or all halls' together; prints the counts, each time
 * the same. Suggestions are printed only with `--suggestions release`, by which a teller who opened the box releases all.
 */
export const boxOpen: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, openOptions, usage, { least: 1 })
    const { tellers, options } = await readOpening(values, positionals, usage, io)
    return withUrns(positionals, io, stores => openStores(stores, tellers, options, io))
  },
}
