import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerCall } from '#electron/host/answer-call.ts'
import { createMeetingHandlers } from '#electron/host/meeting/create-meeting-handlers.ts'
import type { CallInput, CallName, CallOutput, EventName, Handlers } from '#shared/contract/contract.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { CHEAP } from '#tests/unit/box/build-box.ts'

type MeetingCall = Extract<CallName, `meeting.${string}` | `paper.${string}`>

export type MeetingHost = {
  readonly data: string
  /** Everything that was told without being asked, in order. */
  readonly events: readonly { readonly name: EventName; readonly payload: unknown }[]
  readonly call: <Name extends MeetingCall>(name: Name, input: CallInput<Name>) => Promise<Reply<CallOutput<Name>>>
  /** The same, of a call that must be answered. */
  readonly ask: <Name extends MeetingCall>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>
  /** As when the program ends; the data folder stays. */
  readonly stop: () => Promise<void>
}

/** A host's meeting calls over a real folder, asked as a renderer would: through the contract's own checks. */
export async function startMeetingHost(data: string): Promise<MeetingHost> {
  const page = join(data, 'ballot-page.html')
  await writeFile(page, '<!doctype html><title>选票</title>')
  const events: { name: EventName; payload: unknown }[] = []
  const meetings = createMeetingHandlers(
    {
      version: '0',
      dataFolder: data,
      ballotPage: page,
      printFolder: () => data,
      archiveFolder: () => join(data, '归档'),
      reveal: null,
      openFile: null,
      emit: (name, payload) => events.push({ name, payload }),
    },
    CHEAP,
  )
  // Only this area's calls are asked.
  const handlers = meetings.handlers as Handlers
  const call: MeetingHost['call'] = async (name, input) =>
    (await answerCall(handlers, name, input)) as Reply<CallOutput<typeof name>>
  return {
    data,
    events,
    call,
    ask: async (name, input) => {
      const reply = await call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.details.join(' ')}`)
      return reply.data
    },
    stop: meetings.stop,
  }
}

/** A new folder for a host's data. */
export function dataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'pingyi-meeting-'))
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}
