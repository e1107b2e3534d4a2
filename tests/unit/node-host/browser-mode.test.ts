import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
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
