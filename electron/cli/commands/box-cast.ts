import { setTimeout as pause } from 'node:timers/promises'
import { readArguments } from '#electron/cli/arguments.ts'
import { type Command, EXIT, type Exit, InputError, type Io } from '#electron/cli/command.ts'
import { connectStation } from '#electron/host/box/connect-station.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { ballotFaultWords } from '#shared/domain/ballot/cast/ballot-fault.ts'
import { readBallotFile } from '#shared/domain/ballot/cast/ballot-file.ts'
import {
  ALREADY_RECORDED_WORDS,
  type CastReply,
  REFUSALS,
  type Refusal,
  refusalWords,
  refused,
} from '#shared/domain/ballot/cast/cast-reply.ts'
import { type NotSent, prepareCast } from '#shared/domain/ballot/cast/prepare-cast.ts'
import { submitCast } from '#shared/domain/ballot/cast/submit-cast.ts'
import { needed, needsStandardInput, readInputFile } from './box-input.ts'

const usage = 'pingyi box cast --url URL --slip - --ballot FILE.json'
const TRIES = 5

/** `pingyi box cast`: casts one ballot exactly as the phone page does. */
export const boxCast: Command = {
  usage,
  run: async (args, io) => {
    const { values } = readArguments(
      args,
      { url: { type: 'string' }, slip: { type: 'string' }, ballot: { type: 'string' } },
      usage,
      0,
    )
    const url = needed(values.url, usage)
    needsStandardInput(values.slip, usage)
    const ballot = await readInputFile(needed(values.ballot, usage), io, readBallotFile)
    const code = await io.stdin()
    if (code.trim() === '') throw new InputError(['标准输入里没有测评码', `用法：${usage}`])
    const station = await connectStation(url)
    if (!station) throw new InputError([`${url}：没有投票站`])
    const message = prepareCast(station.box, code, ballot, secureRandom)
    if (!message.ok) return tellNotSent(message.error, io)
    const { reply } = await submitCast(message.value, { submit: station.submit, pause }, TRIES)
    if (!reply) throw new InputError([`${url}：投票站没有回答，这一票可能已经收到；再交一次，只算一票`])
    return tell(reply, io)
  },
}

function tell(reply: CastReply, io: Io): Exit {
  io.out(`${JSON.stringify(reply)}\n`)
  if (reply.status === 'already-recorded') io.say(ALREADY_RECORDED_WORDS)
  if (reply.status === 'refused' && isRefusal(reply.reason)) io.say(refusalWords(reply.reason))
  return reply.status === 'refused' ? EXIT.failed : EXIT.done
}

function tellNotSent(notSent: NotSent, io: Io): Exit {
  if (notSent.reason === 'bad-code') return tell(refused('bad-code'), io)
  for (const fault of notSent.faults) io.say(`${fault.path === '' ? '' : `${fault.path}: `}${ballotFaultWords(fault)}`)
  const [first] = notSent.faults
  return tell(refused(first?.reason ?? 'bad-request'), io)
}

function isRefusal(reason: string): reason is Refusal {
  return REFUSALS.some(refusal => refusal === reason)
}
