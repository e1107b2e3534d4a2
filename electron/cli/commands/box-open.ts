import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { needsStandardInput, readTellersInput } from './box-input.ts'
import { withUrns } from './box-urn.ts'
import { openStores, readLostHalls } from './open-stores.ts'
import { readSuggestionsChoice } from './settle-suggestions.ts'

const usage =
  'pingyi box open BOX.urn… --tellers - [--json] [--void-damaged] [--lost-halls N] [--suggestions release|destroy]'

/**
 * `pingyi box open`: closes, opens, checks, counts, destroys, one box or all halls' together; prints the counts, each time
 * the same. Suggestions are printed only with `--suggestions release`, by which a teller who opened the box releases all.
 */
export const boxOpen: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(
      args,
      {
        tellers: { type: 'string' },
        json: { type: 'boolean', default: false },
        'void-damaged': { type: 'boolean', default: false },
        'lost-halls': { type: 'string', default: '0' },
        suggestions: { type: 'string' },
      },
      usage,
      { least: 1 },
    )
    needsStandardInput(values.tellers, usage)
    const suggestions = readSuggestionsChoice(values.suggestions, usage)
    const tellers = await readTellersInput(io)
    const lostHalls = readLostHalls(values['lost-halls'], usage)
    const { json, 'void-damaged': voidDamaged } = values
    const options = { json, voidDamaged, lostHalls, suggestions, names: positionals }
    return withUrns(positionals, io, stores => openStores(stores, tellers, options, io))
  },
}
