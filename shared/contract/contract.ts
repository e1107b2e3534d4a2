import type { z } from 'zod'
import { appCalls, appEvents } from './app.ts'
import { archiveCalls, archiveEvents } from './archive.ts'
import { attachmentsCalls } from './attachments.ts'
import { meetingCalls, meetingEvents } from './meeting.ts'
import { paperCalls, paperEvents } from './paper.ts'
import type { Reply } from './reply.ts'
import { reportingCalls } from './reporting.ts'
import { sheetsCalls, sheetsEvents } from './sheets.ts'
import { workbooksCalls } from './workbooks.ts'
import { backupsCalls, yearsCalls } from './years.ts'

/** Everything a host can do for the renderer. */
export const calls = {
  ...appCalls,
  ...archiveCalls,
  ...attachmentsCalls,
  ...sheetsCalls,
  ...workbooksCalls,
  ...yearsCalls,
  ...backupsCalls,
  ...meetingCalls,
  ...paperCalls,
  ...reportingCalls,
} as const
export type CallName = keyof typeof calls
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>
export type CallOutput<Name extends CallName> = z.output<(typeof calls)[Name]['output']>

/** Everything a host tells without being asked. */
export const events = { ...appEvents, ...archiveEvents, ...sheetsEvents, ...meetingEvents, ...paperEvents } as const
export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>

/** The handlers of a host: exhaustive, so a new call does not build until every host answers it. */
export type Handlers = {
  readonly [Name in CallName]: (
    input: z.output<(typeof calls)[Name]['input']>,
  ) => Promise<Reply<CallOutput<Name>>> | Reply<CallOutput<Name>>
}

/** What the renderer holds, over IPC and over HTTP alike; Electron's preload exposes exactly this as `window.host`. */
export type HostClient = {
  readonly request: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Reply<CallOutput<Name>>>
  readonly on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => () => void
}

/** Whether a name that came from outside is a call of the contract; inherited names such as `constructor` are not. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}
