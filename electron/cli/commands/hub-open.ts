import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { needsStandardInput, readTellersInput } from './box-input.ts'
import { withUrns } from './box-urn.ts'
import { withHubBoxes } from './hub-address.ts'
import { openStores, readLostHalls } from './open-stores.ts'
import { readSuggestionsChoice } from './settle-suggestions.ts'

const usage =
  'pingyi hub open [--box ID]… [BOX.urn]… --tellers - [--json] [--void-damaged] [--lost-halls N] [--suggestions release|destroy]'

/**
 * `pingyi hub open`: closes for every station, opens, checks, counts, drops; prints the counts, each time the same. More
 * boxes, of the database or as files, are halls of the same meeting.
 */
export const hubOpen: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(
      args,
      {
        box: { type: 'string', multiple: true, default: [] },
        tellers: { type: 'string' },
        json: { type: 'boolean', default: false },
        'void-damaged': { type: 'boolean', default: false },
        'lost-halls': { type: 'string', default: '0' },
        suggestions: { type: 'string' },
      },
      usage,
      { least: 0 },
    )
    needsStandardInput(values.tellers, usage)
    const suggestions = readSuggestionsChoice(values.suggestions, usage)
    const tellers = await readTellersInput(io)
    const lostHalls = readLostHalls(values['lost-halls'], usage)
    const named = values.box.length > 0 ? values.box : [undefined]
    const names = [...named.map(box => box ?? '数据库'), ...positionals]
    const { json, 'void-damaged': voidDamaged } = values
    const options = { json, voidDamaged, lostHalls, suggestions, names }
    return withHubBoxes(named, io, kept =>
      withUrns(positionals, io, files => openStores([...kept, ...files], tellers, options, io)),
    )
  },
}
