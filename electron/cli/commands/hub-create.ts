import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT } from '#electron/cli/command.ts'
import { makeHubBox } from '#electron/host/hub/make-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { readHubSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { needed, readInputFile } from './box-input.ts'
import { withDatabase } from './hub-address.ts'
import { HUB_PROMISE, hubFaultExit, hubFaultWords } from './hub-words.ts'

const usage = 'pingyi hub create --meeting FILE --slips SLIPS.json|.csv|.txt'

/** `pingyi hub create`: the slips and the empty box in the database; prints the box's id. */
export const hubCreate: Command = {
  usage,
  run: async (args, io) => {
    const { values } = readArguments(args, { meeting: { type: 'string' }, slips: { type: 'string' } }, usage, 0)
    const slips = needed(values.slips, usage)
    const setUp = await readInputFile(needed(values.meeting, usage), io, readHubSetUp)
    return withDatabase(io, async db => {
      const made = await makeHubBox(db, setUp, io.path(slips), secureRandom)
      if (!made.ok) {
        io.say(hubFaultWords(made.error))
        return hubFaultExit(made.error)
      }
      for (const group of setUp.groups) io.say(`${group.id} ${group.name}：码条 ${group.slips} 张`)
      io.out(`${made.value}\n`)
      for (const line of HUB_PROMISE) io.say(line)
      io.say(`空票箱 ${made.value}，码条 ${slips}；码条印好后请删除 ${slips}`)
      return EXIT.done
    })
  },
}
