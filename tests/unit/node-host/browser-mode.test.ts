import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BrowserMode, startBrowserMode } from '#electron/node-host/browser-mode.ts'

let folder: string
let running: BrowserMode[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pingyi-host-'))
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>评议</title>')
  await writeFile(join(folder, 'secret.html'), 'outside')
  running = []
})

afterEach(async () => {
  for (const mode of running) await mode.stop()
  await rm(folder, { recursive: true })
})

async function start(): Promise<{ mode: BrowserMode; origin: string; token: string }> {
  const mode = await startBrowserMode({
    data: join(folder, 'data'),
    port: 0,
    version: '0.0.0',
    renderer: join(folder, 'renderer'),
    documents: join(folder, 'documents'),
  })
  running.push(mode)
  const [origin = '', token = ''] = mode.url.split('/#token=')
  return { mode, origin, token }
}

const post = (origin: string, token: string, name: string, body: string) =>
  fetch(`${origin}/host/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  })

test('a call is answered with a structured reply, whatever it holds', async () => {
  const { origin, token } = await start()
  const good = await post(origin, token, 'app.capabilities', '{}')
  expect(await good.json()).toMatchObject({ ok: true, data: { version: '0.0.0' } })
  for (const [name, body] of [
    ['app.capabilities', '{"extra":1}'],
    ['app.capabilities', 'not json'],
    ['no.such.call', '{}'],
    ['__proto__', '{}'],
    ['constructor', '{}'],
    ['sheets.read', '{"job":"../../x","index":0}'],
  ] as const) {
    const reply = await post(origin, token, name, body)
    expect(reply.status, name).toBe(200)
    expect(await reply.json(), `${name} ${body}`).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  }
})

test('the page comes with a policy that loads nothing from anywhere else', async () => {
  const { origin } = await start()
  const page = await fetch(`${origin}/`)
  expect(await page.text()).toContain('评议')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/)
})

// `fetch` tidies a path before it sends it; an attacker does not.
function rawGet(origin: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/`, { path }, response => {
      let body = ''
      response.on('data', chunk => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

test.each(['/../secret.html', '/..%2fsecret.html', '/%2e%2e/secret.html', '/..\\secret.html', '/%00', '/%zz', '//x'])(
  'a path that leaves the folder is not found: %s',
  async path => {
    const { origin } = await start()
    const answer = await rawGet(origin, path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('outside')
  },
)

test('a second start joins the first, and a note left by a crash does not keep it from starting', async () => {
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'data', 'running.json'), '{"origin":"http://127.0.0.1:9","token":"x"}')
  const first = await start()
  expect(first.mode.joined).toBe(false)
  const second = await start()
  expect(second.mode).toMatchObject({ joined: true, url: first.mode.url })
  const note = join(folder, 'data', 'running.json')
  expect((await stat(note)).mode & 0o077, 'the token is for this user alone').toBe(0)
  expect(await readFile(note, 'utf8')).toContain(first.token)
})

test('the port is asked on 127.0.0.1 and nowhere else', async () => {
  const { origin } = await start()
  const port = new URL(origin).port
  await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow()
})

// Catches: a page and its token handed to whatever program has the port of a start that crashed.
test('another program on the port of an earlier start is not joined', async () => {
  const other = createServer((_request, response) => {
    response.end('{"ok":true}')
  })
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? address?.port : 0
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'data', 'running.json'), `{"origin":"http://127.0.0.1:${port}","token":"x"}`)
  expect((await start()).mode.joined).toBe(false)
  await new Promise(resolve => other.close(resolve))
})

/** The first line of what the host answers to these very bytes; '' where it hangs up. */
function rawAnswer(port: number, bytes: string): Promise<string> {
  return new Promise(resolve => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', chunk => {
      text += chunk.toString('latin1')
    })
    socket.on('error', () => resolve(''))
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''))
  })
}

// Catches: a second request hidden in the first, or a guard that reads another address than the router.
test.each([
  ['two Hosts', 'GET / HTTP/1.1\r\nHost: HERE\r\nHost: evil.example\r\n\r\n'],
  ['no Host, as HTTP/1.0 may', 'GET / HTTP/1.0\r\n\r\n'],
  ['an address of another host on the line', 'GET http://evil.example/ HTTP/1.1\r\nHost: HERE\r\n\r\n'],
  [
    'a length and chunks at once',
    'POST /host/app.capabilities HTTP/1.1\r\nHost: HERE\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: HERE\r\n\r\n',
  ],
  [
    'two lengths',
    'POST /host/app.capabilities HTTP/1.1\r\nHost: HERE\r\nAuthorization: Bearer TOKEN\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 20\r\n\r\n{}',
  ],
  ['a folded header', 'GET / HTTP/1.1\r\nHost:\r\n HERE\r\n\r\n'],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: HERE\r\n\r\n'],
  ['a call by a page’s path', 'GET //host/app.capabilities HTTP/1.1\r\nHost: HERE\r\n\r\n'],
])('smuggled: %s', async (_what, bytes) => {
  const { origin, token } = await start()
  const { host, port } = new URL(origin)
  const line = await rawAnswer(Number(port), bytes.replaceAll('HERE', host).replaceAll('TOKEN', token))
  expect(line).not.toMatch(/ 200 /)
})
