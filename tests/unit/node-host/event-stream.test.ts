import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEventStream } from '#electron/node-host/event-stream.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function page(): ServerResponse {
  // The three that the stream uses of a response.
  return Object.assign(new EventEmitter(), {
    writeHead: vi.fn(),
    write: vi.fn(),
    end: vi.fn(),
  }) as unknown as ServerResponse
}

// Catches: a host that ends under a page that reloads, and one that goes on for ever after the last window was closed.
test('the host ends when the last page has stayed away', () => {
  const stream = createEventStream()
  const left = vi.fn()
  stream.whenAllLeft(10_000, left)
  vi.advanceTimersByTime(60_000)
  expect(left, 'nobody has come yet').not.toHaveBeenCalled()
  const [first, second] = [page(), page()]
  stream.attach(first)
  stream.attach(second)
  first.emit('close')
  vi.advanceTimersByTime(60_000)
  expect(left, 'one is still there').not.toHaveBeenCalled()
  second.emit('close')
  vi.advanceTimersByTime(9_000)
  const reloaded = page()
  stream.attach(reloaded)
  vi.advanceTimersByTime(60_000)
  expect(left, 'it was a reload').not.toHaveBeenCalled()
  reloaded.emit('close')
  vi.advanceTimersByTime(10_000)
  expect(left).toHaveBeenCalledTimes(1)
})

// Catches: a round, or a long print, that was open when the last window closed, and a host that then never ends.
test('what must not be stopped is waited for, and then the host ends', () => {
  const stream = createEventStream()
  let busy = true
  const left = vi.fn()
  const look = () => (busy ? stream.whenAllLeft(10_000, look) : left())
  stream.whenAllLeft(10_000, look)
  const only = page()
  stream.attach(only)
  only.emit('close')
  vi.advanceTimersByTime(60_000)
  expect(left).not.toHaveBeenCalled()
  busy = false
  vi.advanceTimersByTime(10_000)
  expect(left).toHaveBeenCalledTimes(1)
})
