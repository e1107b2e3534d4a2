import { contextBridge, ipcRenderer } from 'electron'
import type { EventName } from '#shared/contract/contract.ts'

// Two functions, no more. The channels are fixed here: a page can name a call of the contract, never a channel.
// They are written out because a sandboxed preload can load no file beside it.
contextBridge.exposeInMainWorld('host', {
  request: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke('host:request', name, input),
  on: (name: EventName, listener: (payload: unknown) => void): (() => void) => {
    // The listener gets the payload alone: Electron's event would hand the page its sender.
    const relay = (_event: unknown, event: unknown, payload: unknown) => {
      if (event === name) listener(payload)
    }
    ipcRenderer.on('host:event', relay)
    return () => {
      ipcRenderer.off('host:event', relay)
    }
  },
})
