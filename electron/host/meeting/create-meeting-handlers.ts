import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { refuse } from '#electron/host/answer-call.ts'
import { DEFAULT_COST, type ScryptCost } from '#electron/host/box/locked-share.ts'
import type { HostServices } from '#electron/host/create-handlers.ts'
import { builtPage } from '#electron/host/station/built-page.ts'
import type { CallName, Handlers } from '#shared/contract/contract.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { STATION_PORT } from '#shared/domain/ballot/plan/slip-address.ts'
import type { Result } from '#shared/lib/result.ts'
import { copyBox, takeOverBox } from './box-copy.ts'
import { boxFolder, listBoxes, urnPath } from './box-folder.ts'
import { type BoxInUse, statusOf } from './box-in-use.ts'
import { type BoxKey, REHEARSAL, sameBox } from './box-key.ts'
import { boxRoom } from './box-room.ts'
import { closeInRoom, openInRoom, returnedInRoom, sealInRoom, serveInRoom } from './box-steps.ts'
import { acceptReceipt, receiptOf } from './count-receipt.ts'
import { createMeetingBox } from './create-meeting-box.ts'
import { addHall, hallsOf, removeHall, withBox, withHalls } from './hall-boxes.ts'
import { inTurn } from './in-turn.ts'
import { stationInterfaces } from './network-interfaces.ts'
import { paperBundles } from './paper-bundles.ts'
import { plannedMeeting } from './planned-meeting.ts'
import { printForm } from './print-form.ts'
import { readiness } from './readiness.ts'
import type { Refusal } from './refusals.ts'
import { makeRehearsal, REHEARSAL_TELLERS, type Rehearsal } from './rehearsal.ts'
import { castPaperSuggestions, releasedInRoom, releaseInRoom, waitingInRoom } from './suggestion-steps.ts'
import { startTestPage, type TestPage } from './test-page.ts'
import { waitingDocuments } from './waiting-documents.ts'

type MeetingCall = Extract<CallName, `meeting.${string}` | `paper.${string}`>
type MeetingHandlers = Pick<Handlers, MeetingCall>

export type Meetings = {
  readonly handlers: MeetingHandlers
  /** A station or the test page runs: closing a window must not stop it. */
  readonly running: () => boolean
  readonly stop: () => Promise<void>
}

/** Everything about a meeting's box: one box in use at a time, one call after the other, the keying of paper aside. */
export function createMeetingHandlers(services: HostServices, cost: ScryptCost = DEFAULT_COST): Meetings {
  const { dataFolder: data, definitionWorker: worker } = services
  const page = services.ballotPage ?? fileURLToPath(new URL('../../../out/ballot-page/index.html', import.meta.url))
  const documents = waitingDocuments()
  const bundles = paperBundles()
  const room = boxRoom(data, status => services.emit('meeting.status', status), services.diskWorker)
  const turn = inTurn()
  let rehearsal: Rehearsal | null = null
  let test: TestPage | null = null

  const endTest = async () => {
    const ended = test
    test = null
    await ended?.stop()
  }
  const leave = async () => {
    bundles.discardAll()
    rehearsal = null
    await room.leave()
  }
  const using = <T>(key: BoxKey, work: (box: BoxInUse) => Promise<Result<T, Refusal>> | Result<T, Refusal>) =>
    turn(async (): Promise<Reply<T>> => {
      const before = room.current()
      const box = await room.use(key)
      if (!box.ok) return replyOf(box)
      if (box.value !== before) bundles.discardAll()
      return replyOf(await work(box.value))
    })
  const keying = <T>(work: (box: BoxInUse) => Result<T, Refusal>): Reply<T> => {
    const box = room.current()
    return box ? replyOf(work(box)) : refuse('not-found')
  }
  const done = { ok: true, data: {} } as const

  const handlers: MeetingHandlers = {
    'meeting.create': ({ evaluation, plan }) =>
      turn(async () => {
        const planned = plannedMeeting(evaluation, plan)
        return replyOf(planned.ok ? await createMeetingBox(data, planned.value, documents, worker) : planned)
      }),
    'meeting.document': ({ ticket }) => {
      const bytes = documents.read(ticket)
      return bytes ? { ok: true, data: bytes } : refuse('not-found')
    },
    'meeting.waiting': key => ({ ok: true, data: documents.of(key) }),
    'meeting.forget': ({ ticket }) => {
      documents.forget(ticket)
      return done
    },
    'meeting.print': async ({ evaluation, plan, form, group }) => {
      const planned = plannedMeeting(evaluation, plan)
      return replyOf(planned.ok ? await printForm(planned.value, form, group, worker) : planned)
    },
    'meeting.boxes': async () => ({ ok: true, data: { boxes: await listBoxes(data) } }),
    'meeting.use': key => using(key, box => ({ ok: true, value: statusOf(box) })),
    'meeting.leave': () =>
      turn(async () => {
        if (room.current()?.station) return refuse('station-running')
        await leave()
        return done
      }),
    'meeting.remove': key =>
      turn(async () => {
        const box = await room.use(key)
        if (!box.ok) return replyOf(box)
        const phase = box.value.store.phase()
        if (phase === 'sealed' || phase === 'closed') return refuse('sealed')
        await leave()
        documents.forgetOf(key)
        await rm(boxFolder(data, key), { recursive: true, force: true })
        return done
      }),
    'meeting.seal': input => using(input, box => sealInRoom(box, input, { documents, worker, cost })),
    'meeting.interfaces': () => ({
      ok: true,
      data: { port: STATION_PORT, interfaces: stationInterfaces(networkInterfaces()) },
    }),
    'meeting.readiness': async ({ box, address, port, power = null }) => {
      const urn = box && urnPath(boxFolder(data, box))
      const running = test !== null || room.current()?.station != null
      return { ok: true, data: { checks: await readiness({ data, page, address, port, running, power, urn }) } }
    },
    'meeting.test': ({ address, port }) =>
      turn(async () => {
        if (room.current()?.station) return refuse('busy')
        await endTest()
        const started = await startTestPage(address, port, devices => services.emit('meeting.tested', { devices }))
        if (!started.ok) return refuse(started.error)
        test = started.value
        return { ok: true, data: { url: test.url } }
      }),
    'meeting.endTest': () =>
      turn(async () => {
        await endTest()
        return done
      }),
    'meeting.serve': input =>
      using(input, async box => {
        await endTest()
        await room.stopStation()
        const served = await serveInRoom(box, input, await builtPage(page))
        if (!served.ok) return served
        room.tell()
        return { ok: true, value: statusOf(box) }
      }),
    'meeting.stop': () =>
      turn(async () => {
        await room.stopStation()
        return done
      }),
    'meeting.close': key =>
      using(key, async box => {
        const closed = await closeInRoom(box)
        if (closed.ok) bundles.discardAll()
        return closed
      }),
    'meeting.returned': key => using(key, box => withHalls(data, box, others => returnedInRoom(box, others))),
    'meeting.open': input =>
      using(input, async box => {
        const opened = await withHalls(data, box, others =>
          openInRoom(box, others, input, (ballots, total) =>
            services.emit('meeting.opening', { done: ballots, total }),
          ),
        )
        if (opened.ok && opened.value.outcome === 'counted') {
          documents.forgetOf(input)
          await room.stopStation()
        }
        return opened
      }),
    'meeting.halls': key => using(key, box => hallsOf(data, box)),
    'meeting.addHall': input => using(input, box => addHall(data, box, Buffer.from(input.file, 'base64'))),
    'meeting.removeHall': input => using(input, box => removeHall(data, box, input.hall)),
    'meeting.receipt': key => using(key, box => withHalls(data, box, others => receiptOf(box, others))),
    'meeting.acceptReceipt': input =>
      using(input, async box => {
        const accepted = await acceptReceipt(box, Buffer.from(input.file, 'base64'))
        if (accepted.ok) await room.stopStation()
        room.tell()
        return accepted
      }),
    'meeting.suggestions': input =>
      using(input, box => withBox(data, box, input.hall, store => waitingInRoom(store, input))),
    'meeting.release': input =>
      using(input, box => withBox(data, box, input.hall, store => releaseInRoom(store, input))),
    'meeting.released': key => using(key, box => withHalls(data, box, others => releasedInRoom(box, others))),
    'meeting.rehearse': ({ suggestions }) =>
      turn(async () => {
        if (room.current()?.station) return refuse('busy')
        await leave()
        const made = await makeRehearsal(cost, suggestions ?? false)
        const box = await room.place(REHEARSAL, made.store)
        if (!box.ok) return replyOf(box)
        rehearsal = made
        return {
          ok: true,
          data: { status: statusOf(box.value), slips: [...made.toTry], tellers: [...REHEARSAL_TELLERS] },
        }
      }),
    'meeting.rehearseVotes': ({ voters }) =>
      turn(async () => {
        const box = room.current()
        if (!rehearsal || !box?.station || !sameBox(box.key, REHEARSAL)) return refuse('not-found')
        await rehearsal.vote(box.station.url, voters)
        return done
      }),
    'meeting.copy': key =>
      using(key, async box => (existsSync(urnPath(boxFolder(data, key))) ? copyBox(data, box) : notFound())),
    'meeting.takeOver': ({ file }) => turn(async () => replyOf(await takeOverBox(data, Buffer.from(file, 'base64')))),
    'paper.begin': input => keying(box => bundles.begin(box, input)),
    'paper.enter': input => keying(box => bundles.enter(box, input)),
    'paper.settle': input => keying(box => bundles.settle(box, input)),
    'paper.commit': async ({ bundle }) => {
      const box = room.current()
      if (!box) return refuse('not-found')
      const committed = await bundles.commit(box, bundle)
      if (committed.ok) services.emit('paper.committed', {})
      return replyOf(committed)
    },
    'paper.recorded': () => keying(bundles.recorded),
    'paper.suggestions': async input => {
      const box = room.current()
      return box ? replyOf(await castPaperSuggestions(box, input)) : refuse('not-found')
    },
    'paper.discard': ({ bundle }) => {
      bundles.discard(bundle)
      return done
    },
  }
  return {
    handlers,
    running: () => test !== null || room.current()?.station != null,
    stop: () =>
      turn(async () => {
        await endTest()
        documents.forgetAll()
        await leave()
      }),
  }
}

function replyOf<T>(result: Result<T, Refusal>): Reply<T> {
  return result.ok ? { ok: true, data: result.value } : refuse(result.error.code, result.error.details)
}

function notFound(): Result<never, Refusal> {
  return { ok: false, error: { code: 'not-found', details: [] } }
}
