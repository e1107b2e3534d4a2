import { EXIT, type Exit, InputError, type Io } from '#electron/cli/command.ts'
import { DEFAULT_COST } from '#electron/host/box/locked-share.ts'
import { sealBox } from '#electron/host/box/seal-box.ts'
import { checkTellers, needOf, type Tellers, tellerWarnings } from '#electron/host/box/tellers.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { readTellersInput } from './box-input.ts'
import { tellerFaultLine } from './box-words.ts'

/** The tellers of a sealing from standard input, with a word of warning where a passphrase is weak. */
export async function readSealTellers(io: Io): Promise<Tellers> {
  const tellers = await readTellersInput(io)
  if (tellers.recovery !== undefined) throw new InputError(['recovery: 应急码只在开箱时用'])
  const faults = checkTellers(tellers)
  if (faults.length > 0) throw new InputError(faults.map(tellerFaultLine))
  for (const warning of tellerWarnings(tellers)) io.say(tellerFaultLine(warning))
  return tellers
}

/** Seals a box, wherever it is kept, and prints the key's fingerprint. */
export async function sealStore(store: BallotStore, tellers: Tellers, io: Io): Promise<Exit> {
  const sealed = await sealBox(store, tellers, DEFAULT_COST, secureRandom)
  if (!sealed.ok) throw new InputError(['票箱已经封过，不能再封'])
  io.out(`${sealed.value}\n`)
  io.say(`已封箱：监票人 ${tellers.tellers.length} 名，开箱须 ${needOf(tellers)} 名到场；公钥指纹 ${sealed.value}`)
  return EXIT.done
}
