import { expect, test, vi } from 'vitest'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '#electron/main/ipc.ts'

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: { invoke: vi.fn(async () => 'reply'), on: vi.fn(), off: vi.fn() },
}))
vi.mock('electron', () => electron)

test('the page gets two functions on fixed channels, and never an IPC event', async () => {
  await import('#electron/preload/preload.ts')
  expect(electron.contextBridge.exposeInMainWorld).toHaveBeenCalledTimes(1)
  const [name, host] = electron.contextBridge.exposeInMainWorld.mock.calls[0] ?? []
  expect(name).toBe('host')
  expect(Object.keys(host)).toEqual(['request', 'on'])

  await host.request('app.capabilities', {})
  expect(electron.ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith(REQUEST_CHANNEL, 'app.capabilities', {})

  const listener = vi.fn()
  const stop = host.on('sheets.progress', listener)
  const [channel, relay] = electron.ipcRenderer.on.mock.calls[0] ?? []
  expect(channel).toBe(EVENT_CHANNEL)
  relay({ sender: 'must not leak' }, 'sheets.finished', { job: 'other' })
  relay({ sender: 'must not leak' }, 'sheets.progress', { job: 'j' })
  expect(listener.mock.calls).toEqual([[{ job: 'j' }]])
  stop()
  expect(electron.ipcRenderer.off).toHaveBeenCalledExactlyOnceWith(EVENT_CHANNEL, relay)
})
