import { readArguments } from '#electron/cli/arguments.ts'
import type { Command } from '#electron/cli/command.ts'
import { withUrns } from './box-urn.ts'
import { withHubBoxes } from './hub-address.ts'
import { openOptions, readOpening } from './open-options.ts'
import { openStores } from './open-stores.ts'

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
      { box: { type: 'string', multiple: true, default: [] }, ...openOptions },
      usage,
      { least: 0 },
    )
    const named = values.box.length > 0 ? values.box : [undefined]
    const names = [...named.map(box => box ?? '数据库'), ...positionals]
    const { tellers, options } = await readOpening(values, names, usage, io)
    return withHubBoxes(named, io, kept =>
      withUrns(positionals, io, files => openStores([...kept, ...files], tellers, options, io)),
    )
  },
}
