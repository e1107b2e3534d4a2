import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkReportRequest } from '#electron/host/report/report-request-check.ts'
import type { RequestHead } from '#electron/host/station/request-check.ts'
import { OFFICE_PATHS, officeReplySchema } from '#shared/domain/report/office-exchange.ts'
import {
  fileReplySchema,
  openReplySchema,
  REPORT_PATHS,
  saveReplySchema,
  submitReplySchema,
  uploadReplySchema,
} from '#shared/domain/report/report-exchange.ts'
import { fileCell } from '#shared/domain/report/report-files.ts'
import { reportKey } from '#shared/domain/report/report-form.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { yearWithUnions } from '#tests/unit/report/build-report-year.ts'
import { formsOf, type ReportHub, startReportHub, tokenIn } from '#tests/unit/report/report-hub.ts'
import { guardPrototypes, tryDoor } from './door.ts'
import { below, type Draw, mutateBytes, mutateJson, mutateText, oneOf } from './mutate.ts'

// What anybody on the internet can send to the server that unions report at (网上报送), and what a holder of a link can.

guardPrototypes()

const TOKEN = 'abcdefghijklmnopqrstuvwxyzABCDEF'
const PATHS = [...Object.values(REPORT_PATHS), ...Object.values(OFFICE_PATHS)].map(path => `/${path}`)
const NAMES = [
  'Host',
  'Origin',
  'Content-Type',
  'Content-Length',
  'Transfer-Encoding',
  'Authorization',
  'Expect',
] as const
const WORDS = [
  'evil.test',
  'https://evil.test',
  'null',
  '99999999',
  '-1',
  '1e3',
  'chunked',
  'text/plain',
  'Bearer x',
  '',
] as const

function head(draw: Draw): RequestHead {
  const type = oneOf(['application/json', 'application/json', 'application/octet-stream'], draw)
  const rawHeaders = ['Host', 'hub.test', 'Content-Type', type, 'Content-Length', String(below(2_000, draw))]
  rawHeaders.push('Authorization', draw() < 0.8 ? `Bearer ${TOKEN}` : mutateText(`Bearer ${TOKEN}`, draw))
  for (let left = below(3, draw); left > 0; left--)
    rawHeaders.push(oneOf(NAMES, draw), draw() < 0.8 ? oneOf(WORDS, draw) : mutateText(oneOf(WORDS, draw), draw))
  const path = PATHS[below(PATHS.length, draw)] ?? '/'
  const target = draw() < 0.8 ? path : mutateText(path, draw)
  return { method: oneOf(['POST', 'POST', 'POST', 'GET', 'PUT'], draw), target, rawHeaders }
}

test('requests to the reports’ server', async () => {
  await tryDoor('request to the reports’ server', scaled(3_000, 150_000), head, request => {
    const verdict = checkReportRequest(request, ['hub.test'])
    if (!verdict.ok) return 'refused'
    // What is let in, told once more from the promise and not from the code.
    const all = (name: string) =>
      request.rawHeaders.filter((_, at) => at % 2 === 1 && request.rawHeaders[at - 1]?.toLowerCase() === name)
    expect([all('host'), all('transfer-encoding'), all('expect')]).toEqual([['hub.test'], [], []])
    if (verdict.route === 'page') return 'read'
    expect(request.method).toBe('POST')
    expect(PATHS).toContain(request.target)
    expect(all('authorization')).toEqual([`Bearer ${verdict.secret}`])
    expect(verdict.secret).toMatch(/^[A-Za-z0-9_-]{32}$/)
    expect(all('content-length').map(Number)).toEqual([verdict.length])
    expect(verdict.length).toBeLessThanOrEqual(32 * 1024 * 1024)
    for (const origin of all('origin')) expect(origin.toLowerCase()).toMatch(/^https?:\/\/hub\.test$/)
    return 'read'
  })
})

let hub: ReportHub
beforeAll(async () => {
  hub = await startReportHub()
}, 120_000)
afterAll(() => hub.stop())

const FILES = ['a.pdf', '../a.pdf', 'a.exe', '佐证.docx', 'a\u202Efdp.exe', '\u0000.pdf'] as const

const REPLIES = {
  open: openReplySchema,
  save: saveReplySchema,
  submit: submitReplySchema,
  file: fileReplySchema,
  read: uploadReplySchema,
} as const

test(
  'whatever a link’s holder and the office ask, in any order',
  async () => {
    const office = await hub.office()
    const [form] = formsOf(yearWithUnions(2026))
    if (!form) throw new Error('no form')
    const published = await office['reporting.publish']({ year: 2026, forms: [form], renew: false })
    const token = published.ok ? tokenIn(published.data.links[0]?.url) : ''
    const book = Buffer.from(await (await ask(REPORT_PATHS.book, token, '{}')).arrayBuffer())
    const person = form.people[0]?.id ?? ''
    let revision = 0
    let sent = 'b'.repeat(64)
    const make = (draw: Draw) => {
      // A file may be sent every five seconds only.
      const often = ['open', 'save', 'save', 'submit', 'return'] as const
      const seldom = draw()
      const route = seldom < 0.03 ? ('read' as const) : seldom < 0.06 ? ('file' as const) : oneOf(often, draw)
      const attempt = String(below(1e9, draw)).padStart(20, 'a')
      const answers = {
        [person]: {
          score: String(below(130, draw)),
          comment: oneOf(['', '扎实', '=1+1', '\u0000'], draw),
          ...(draw() < 0.3 && {
            [fileCell({ sha256: oneOf(['a'.repeat(64), sent], draw), size: 3 })]: oneOf(FILES, draw),
          }),
        },
      }
      const body = {
        open: {},
        submit: { base: revision, attempt },
        save: { base: revision, attempt, answers },
        return: {},
        file: {},
        read: {},
      }[route]
      const text = JSON.stringify(draw() < 0.3 ? mutateJson(body, draw) : body)
      return {
        route,
        text: draw() < 0.05 ? mutateText(text, draw) : text,
        file:
          route === 'read' ? mutateBytes(book, draw) : route === 'file' ? mutateBytes(book.slice(0, 3), draw) : null,
      }
    }
    await tryDoor('reports’ server, live', scaled(120, 3_000), make, async ({ route, text, file }) => {
      if (route === 'return') {
        const reply = await office['reporting.return']({
          year: 2026,
          key: reportKey(form),
          revision,
          reason: '请再核对',
        })
        if (reply.ok) revision++
        return reply.ok ? 'read' : 'refused'
      }
      const response = await ask(REPORT_PATHS[route], token, file ?? text)
      const reply = REPLIES[route].parse(await response.json())
      if (reply.status === 'stored') sent = reply.sha256
      if ('revision' in reply) revision = reply.revision
      if ('view' in reply) revision = reply.view.revision
      // Never a fault of the server's own: everything sent here is somebody's input.
      expect([200, 400, 403, 413]).toContain(response.status)
      return reply.status === 'refused' || reply.status === 'faulty' || reply.status === 'elsewhere'
        ? 'refused'
        : 'read'
    })
    expect(hub.bugs).toEqual([])
    const fetched = await (await ask(OFFICE_PATHS.fetch, hub.key, JSON.stringify({ year: 2026 }))).json()
    expect(officeReplySchema.parse(fetched)).toMatchObject({
      status: 'fetched',
      reports: [{ people: form.people.length }],
    })
  },
  PATIENCE,
)

/** Asks again while the server takes no more from this link for the moment: it is its answers that are looked at. */
async function ask(path: string, secret: string, body: string | Uint8Array): Promise<Response> {
  const type =
    path === REPORT_PATHS.read || path === REPORT_PATHS.file ? 'application/octet-stream' : 'application/json'
  for (;;) {
    const response = await fetch(new URL(path, hub.url), {
      method: 'POST',
      headers: { 'Content-Type': type, Authorization: `Bearer ${secret}` },
      body: typeof body === 'string' ? body : Uint8Array.from(body),
    })
    if (response.status !== 429) return response
    await response.body?.cancel()
    await pause(100)
  }
}
