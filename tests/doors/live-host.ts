import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createHandlers, type Host } from '#electron/host/create-handlers.ts'
import { createMeetingHandlers } from '#electron/host/meeting/create-meeting-handlers.ts'
import { type CallName, calls, type EventName, events } from '#shared/contract/contract.ts'
import { ERROR_CODES, type Reply } from '#shared/contract/reply.ts'
import { CHEAP } from '#tests/unit/box/build-box.ts'

export type LiveHost = {
  /** Asks a real handler; what it answers and tells must be what the contract says, and no bug. */
  readonly ask: (name: CallName, input: unknown) => Promise<Reply<unknown> | 'not-let-in'>
  /** Everything that was answered or told so far: tickets, jobs and files for later inputs. */
  readonly heard: unknown[]
  /** Ends what runs, looks whether anything was written beside the folders lent, and deletes them. */
  readonly end: () => Promise<void>
}

const OUTSIDE = '这里不归程序管'

/** The host's real handlers over real folders, as a shell starts them (its tellers' passphrases stretched cheaply). */
export async function startLiveHost(): Promise<LiveHost> {
  const top = await mkdtemp(join(tmpdir(), 'pingyi-live-'))
  const lent = { data: join(top, 'data'), prints: join(top, 'prints'), archives: join(top, 'archives') }
  await Promise.all(Object.values(lent).map(folder => mkdir(folder)))
  await writeFile(join(top, 'outside.txt'), OUTSIDE)
  const page = join(lent.data, 'page.html')
  await writeFile(page, '<!doctype html><title>选票</title>')
  const heard: unknown[] = []
  const services: Parameters<typeof createHandlers>[0] = {
    version: '0',
    dataFolder: lent.data,
    ballotPage: page,
    printFolder: year => join(lent.prints, String(year)),
    archiveFolder: year => join(lent.archives, `${year}年度归档`),
    reveal: async () => true,
    openFile: async () => true,
    emit: (name: EventName, payload) => {
      expect(events[name].safeParse(payload).error, `event ${name}`).toBeUndefined()
      expect(Reflect.get(Object(payload), 'code'), `event ${name}`).not.toBe('internal')
      heard.push(payload)
    },
  }
  const host: Host = createHandlers(services)
  const meetings = createMeetingHandlers(services, CHEAP)
  const handlers = { ...host.handlers, ...meetings.handlers }
  return {
    heard,
    ask: async (name, input) => {
      const read = readInput(name, input)
      if (!read?.success) return 'not-let-in'
      // The name picks schema and handler alike. A handler that throws fails the test with its own words.
      const handler = handlers[name] as (input: unknown) => Promise<Reply<unknown>> | Reply<unknown>
      const reply = await handler(read.data)
      if (reply.ok) {
        expect(calls[name].output.safeParse(reply.data).error, name).toBeUndefined()
        heard.push(reply.data)
      } else {
        expect(ERROR_CODES).toContain(reply.error.code)
        expect(reply.error.code).not.toBe('internal')
      }
      return reply
    },
    end: async () => {
      await meetings.stop()
      await host.stop()
      const kept = await readdir(top)
      const outside = await readFile(join(top, 'outside.txt'), 'utf8')
      await rm(top, { recursive: true, force: true })
      expect([kept.sort(), outside]).toEqual([['archives', 'data', 'outside.txt', 'prints'], OUTSIDE])
    },
  }
}

/** `null` where zod itself throws, as `answerCall` takes it: on `{ length: { toString: 1 } }` for a text, say. */
function readInput(name: CallName, input: unknown) {
  try {
    return calls[name].input.safeParse(input)
  } catch {
    return null
  }
}
