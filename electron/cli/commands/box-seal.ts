import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, InputError } from '#electron/cli/command.ts'
import { DEFAULT_COST } from '#electron/host/box/locked-share.ts'
import { sealBox } from '#electron/host/box/seal-box.ts'
import { checkTellers, needOf, tellerWarnings } from '#electron/host/box/tellers.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { needsStandardInput, readTellersInput } from './box-input.ts'
import { withUrn } from './box-urn.ts'
import { tellerFaultLine } from './box-words.ts'

const usage = 'pingyi box seal BOX.urn --tellers -'

/** `pingyi box seal`: the tellers make the key in the room; prints its fingerprint. */
export const boxSeal: Command = {
  usage,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, { tellers: { type: 'string' } }, usage, 1)
    needsStandardInput(values.tellers, usage)
    const tellers = await readTellersInput(io)
    if (tellers.recovery !== undefined) throw new InputError(['recovery: 应急码只在开箱时用'])
    const faults = checkTellers(tellers)
    if (faults.length > 0) throw new InputError(faults.map(tellerFaultLine))
    for (const warning of tellerWarnings(tellers)) io.say(tellerFaultLine(warning))
    return withUrn(positionals[0] ?? '', io, async store => {
      const sealed = await sealBox(store, tellers, DEFAULT_COST, secureRandom)
      if (!sealed.ok) throw new InputError(['票箱已经封过，不能再封'])
      io.out(`${sealed.value}\n`)
      io.say(`已封箱：监票人 ${tellers.tellers.length} 名，开箱须 ${needOf(tellers)} 名到场；公钥指纹 ${sealed.value}`)
      return EXIT.done
    })
  },
}
