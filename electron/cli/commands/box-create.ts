import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT } from '#electron/cli/command.ts'
import { createBox } from '#electron/host/box/create-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { needed, readInputFile } from './box-input.ts'
import { urnFaultExit, urnFaultWords } from './box-words.ts'

const usage = 'pingyi box create --meeting FILE --out BOX.urn --slips SLIPS.json|.csv|.txt'

/** `pingyi box create`: the slips and the empty urn, at the office, days before the meeting. */
export const boxCreate: Command = {
  usage,
  run: async (args, io) => {
    const { values } = readArguments(
      args,
      { meeting: { type: 'string' }, out: { type: 'string' }, slips: { type: 'string' } },
      usage,
      0,
    )
    const urn = needed(values.out, usage)
    const slips = needed(values.slips, usage)
    const setUp = await readInputFile(needed(values.meeting, usage), io, readSetUp)
    const created = await createBox(setUp, { urn: io.path(urn), slips: io.path(slips) }, secureRandom)
    if (!created.ok) {
      io.say(`${created.error.code === 'exists' ? `${created.error.place}：` : ''}${urnFaultWords(created.error)}`)
      return urnFaultExit(created.error)
    }
    for (const group of setUp.groups) io.say(`${group.id} ${group.name}：码条 ${group.slips} 张`)
    io.say(`空票箱 ${urn}，码条 ${slips}；码条印好后请删除 ${slips}`)
    return EXIT.done
  },
}
