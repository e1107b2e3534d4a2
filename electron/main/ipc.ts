import type { IpcMain, WebContents, WebFrameMain } from 'electron'
import { answerCall, refuse } from '#electron/host/answer-call.ts'
import type { EventName, EventPayload, Handlers } from '#shared/contract/contract.ts'
import { APP_ORIGIN } from './app-protocol.ts'

export const REQUEST_CHANNEL = 'host:request'
export const EVENT_CHANNEL = 'host:event'

/**
 * Answers the contract over IPC. A call from any frame but the app's own main frame is refused unread. `answered` is told
 * after each call, which may have begun or ended something.
 */
export function answerIpc(ipcMain: Pick<IpcMain, 'handle'>, handlers: Handlers, answered: () => void): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!isOwnFrame(event.senderFrame)) return refuse('not-allowed')
    const reply = await answerCall(handlers, name, input)
    answered()
    return reply
  })
}

function isOwnFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN
}

/** Tells every open page of the app. */
export function emitTo(pages: () => readonly Pick<WebContents, 'send' | 'isDestroyed'>[]) {
  return <Name extends EventName>(name: Name, payload: EventPayload<Name>): void => {
    for (const page of pages()) if (!page.isDestroyed()) page.send(EVENT_CHANNEL, name, payload)
  }
}
